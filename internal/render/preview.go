package render

import (
	"encoding/json"
	"hash/fnv"
	"io"
	"strconv"
	"sync"

	"receipts/internal/site"
	"receipts/internal/view"
)

// Previews of pages are in several files. Which of them a page is in follows from
// its address: FNV-1a of the address, 32 bits, modulo the number of files.

func previewFile(href string, files int) int {
	h := fnv.New32a()
	_, _ = io.WriteString(h, href)
	return int(h.Sum32() % uint32(files))
}

// addPreviews adds the files of previews. Which pages are in which is worked out
// once, by the first that is asked for.
func addPreviews(add func(path string, write func(io.Writer) error), s *site.Site, views *view.Views) {
	files := views.PreviewFiles()
	byFile := sync.OnceValue(func() []map[string]func() view.Preview {
		out := make([]map[string]func() view.Preview, files)
		for i := range out {
			out[i] = map[string]func() view.Preview{}
		}
		views.EachPreview(func(path string, make func() view.Preview) {
			href := s.Href(path)
			out[previewFile(href, files)][href] = make
		})
		return out
	})
	for i := range files {
		add("/previews/"+strconv.Itoa(i)+".json", func(w io.Writer) error {
			of := map[string]view.Preview{}
			for href, make := range byFile()[i] {
				of[href] = make()
			}
			return json.NewEncoder(w).Encode(of) // keys are written sorted
		})
	}
}
