package render

import (
	"io"
	"sync"

	"receipts/internal/search"
	"receipts/internal/view"
)

// addSearchIndex adds the files of the search index. They are listed before they
// exist, from the number of documents and the size of their sources; the first of
// them that is asked for makes them all. So a preview of one page makes no index.
func addSearchIndex(add func(path string, write func(io.Writer) error), views *view.Views) {
	plan := views.SearchPlan()
	index := sync.OnceValues(func() (search.Index, error) { return search.Build(views.Documents(), plan) })
	for _, name := range plan.Files() {
		add(view.SearchFolder+name, func(w io.Writer) error {
			files, err := index()
			if err != nil {
				return err
			}
			_, err = w.Write(files[name])
			return err
		})
	}
}
