package build

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"

	"receipts"
	"receipts/bench/archive"
	"receipts/internal/source"
)

// inMemory is a tree whose lists are made already, as preview has it.
type inMemory struct {
	files map[string][]byte
	lists map[string][]string
}

func (m inMemory) List(folder string) ([]string, error) { return m.lists[folder], nil }
func (m inMemory) Read(p string) (source.File, error) {
	data, ok := m.files[p]
	if !ok {
		return source.File{}, fs.ErrNotExist
	}
	return source.File{Path: p, Data: data}, nil
}

// BenchmarkRebuild is what one save costs: one file of many is another.
func BenchmarkRebuild(b *testing.B) {
	for _, articles := range []int{1000, 10000} {
		b.Run(fmt.Sprint(articles), func(b *testing.B) {
			m := inMemory{map[string][]byte{}, map[string][]string{}}
			site := archive.New(articles, 1)
			for name, text := range site.Full() {
				m.files[name] = []byte(text)
			}
			m.lists["content"] = slices.Sorted(maps.Keys(m.files))
			builder := Over(m, source.FS(receipts.Defaults), Options{})
			edited := site.File(articles / 2)
			text := string(m.files[edited])
			save := func(n int) {
				title := "title: " + strings.Repeat("A", 1+n%9) + " "
				m.files[edited] = []byte(strings.Replace(text, "title: ", title, 1))
				res, err := builder.Build(b.Context())
				if err != nil {
					b.Fatal(err)
				}
				if errors, _ := res.Diags.Count(); errors > 0 {
					b.Fatal(res.Diags)
				}
			}
			save(0)
			b.ReportAllocs()
			for n := 1; b.Loop(); n++ {
				save(n)
			}
		})
	}
}
