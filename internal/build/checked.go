package build

import (
	"context"
	"slices"
	"strings"

	"receipts/internal/checked"
	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/site"
	"receipts/internal/source"
	"receipts/internal/verbatim"
)

// An itemsOf has what is to be checked of each file, with what it was made of.
type itemsOf struct {
	lock  source.File
	files []checked.Source
	items [][]checked.Item // by file
}

// itemsIn are those of all files of a site; none if it does not ask for signatures and
// has no file of them.
func (b *Builder) itemsIn(ctx context.Context, in *input, config *content.Config) (itemsOf, error) {
	if config.Checked == 0 && in.checked.Path == "" && !b.opt.Reviews {
		return itemsOf{}, nil
	}
	now := itemsOf{lock: in.lock, files: []checked.Source{{File: in.config}}}
	for _, f := range in.content {
		now.files = append(now.files, checked.Source{File: f})
	}
	slices.SortFunc(now.files, byFile)
	for _, f := range in.translations {
		original, _ := content.TranslationOf(f.Path)
		if i, ok := slices.BinarySearchFunc(now.files, checked.Source{File: source.File{Path: original}}, byFile); ok {
			now.files[i].Translations = append(now.files[i].Translations, f)
		}
	}
	now.items = make([][]checked.Item, len(now.files))
	old := b.items
	lock, _ := verbatim.ParseLock(in.lock)
	err := Each(ctx, b.opt.Jobs, len(now.files), func(i int) error {
		f := now.files[i]
		if k, ok := slices.BinarySearchFunc(old.files, f, byFile); ok && same(old.lock, in.lock) && same(old.files[k].File, f.File) && slices.EqualFunc(old.files[k].Translations, f.Translations, same) {
			now.items[i] = old.items[k]
		} else {
			now.items[i] = checked.Items(f, lock)
		}
		return nil
	})
	return now, err
}

// review holds the items of a site to the file of what was checked; nil if there are
// none. Of a Site that was read in part it says nothing.
func (b *Builder) review(in *input, config *content.Config, of itemsOf, s *site.Site) (*checked.Reviews, diag.List) {
	if of.files == nil {
		return nil, nil
	}
	f, diags := checked.Parse(in.checked)
	r := checked.Compare(slices.Concat(of.items...), f, config.Checked)
	if !s.Partial && !s.Unread {
		diags = append(diags, r.Check(b.opt.History)...)
	}
	for i := range diags {
		diags[i].Unwritten = true // the pages can be shown
	}
	return r, diags
}

func byFile(a, b checked.Source) int { return strings.Compare(a.File.Path, b.File.Path) }
