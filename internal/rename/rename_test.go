package rename_test

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts"
	"receipts/internal/addresses"
	"receipts/internal/build"
	"receipts/internal/checked"
	"receipts/internal/diag"
	"receipts/internal/fixture"
	"receipts/internal/rename"
	"receipts/internal/site"
	"receipts/internal/source"
)

func built(t *testing.T, files map[string]string) *build.Result {
	t.Helper()
	return builtWith(t, files, true)
}

func builtWith(t *testing.T, files map[string]string, drafts bool) *build.Result {
	t.Helper()
	res, err := build.New(fixture.FS(files), receipts.Defaults, build.Options{Drafts: drafts}).Build(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return res
}

// renamed returns files with an id renamed as the command does.
func renamed(t *testing.T, files map[string]string, old, new string) map[string]string {
	t.Helper()
	was := built(t, files)
	in := rename.Input{Site: was.Site, Others: was.Others, Reviews: was.Reviews, Old: old, New: new, Read: func(path string) ([]byte, error) {
		text, ok := files[path]
		if !ok {
			return nil, fs.ErrNotExist
		}
		return []byte(text), nil
	}}
	changes, err := in.Files()
	if err != nil {
		t.Fatalf("%s: %v", old, err)
	}
	out := maps.Clone(files)
	put := func() {
		for path, data := range changes {
			if out[path] = string(data); data == nil {
				delete(out, path)
			}
		}
	}
	put()
	if err := in.RelockQuotes(changes, built(t, out).Site); err != nil {
		t.Fatal(err)
	}
	put()
	if err := in.Relock(changes, builtWith(t, out, false).Site, built(t, out).Reviews); err != nil {
		t.Fatal(err)
	}
	put()
	return out
}

// small is the small site with a lock of its addresses, and with an id in every place
// where one may stand that it lacks.
func small(t *testing.T) map[string]string {
	t.Helper()
	files := fixture.InFrench()
	files["content/site.yaml"] += "tills:\n  - {title: Hers, from: ada}\n  - title: Others\nlegal: 'may-it'\n"
	files["content/articles/third.md"] = strings.NewReplacer("title: The first account", "title: A third\ndraft: true", "fact: the-ruling", "fact: {{other}}").Replace(files["content/articles/first.md"])
	files["content/articles/third.md"] = strings.ReplaceAll(files["content/articles/third.md"], "{{other}}", "the-ruling")
	files["content/pages/about.md"] += "\nSee [the fine](/facts/a-fine/#first), [it](../facts/a-fine/), ![[]] no, [[a-fine#first|the\nfine]] and `[[ada]]`.\n"
	files["content/pages/about.md"] = strings.ReplaceAll(files["content/pages/about.md"], "![[]] no, ", "")
	for path, text := range files { // a note is called after a host, which may begin with an id
		files[path] = strings.ReplaceAll(text, "https://court.example/docket", "https://ada.example/docket")
	}
	lock, err := new(addresses.Lock).Update(built(t, files).Site, nil)
	if err != nil {
		t.Fatal(err)
	}
	files[addresses.LockPath] = string(lock.Bytes())
	files["content/site.yaml"] += "checked: 1\n"
	signed := &checked.File{}
	for _, r := range built(t, files).Reviews.All {
		if signed, err = signed.With(checked.Change{Review: r, Sign: &checked.Signature{Name: "AB", Role: "first reading", On: "2026-11-29"}}); err != nil {
			t.Fatal(err)
		}
	}
	files[checked.Path] = string(signed.Bytes())
	if n, _ := built(t, files).Diags.Count(); n > 0 {
		t.Fatal(built(t, files).Diags)
	}
	return files
}

// ids are what can be renamed, sorted.
func ids(s *site.Site) (ids []string) {
	for _, n := range s.Nodes() {
		if n.Kind != site.StateNode && n.Kind != site.AuthorityNode && !n.IsLookedFor() {
			ids = append(ids, n.ID)
		}
	}
	slices.Sort(ids)
	return ids
}

var aliasLine = regexp.MustCompile(`(?m)^ *aliases: \[[a-z-]*\]\r?\n`)

// A renamed id leaves a site without mistakes that keeps all its addresses; renamed back,
// the files are as they were but for one alias, to the byte and whatever their lines end
// in.
func TestThereAndBack(t *testing.T) {
	unix := small(t)
	dos := maps.Clone(unix)
	for path, text := range dos {
		if strings.HasSuffix(path, ".md") {
			dos[path] = strings.ReplaceAll(text, "\n", "\r\n")
		}
	}
	all := ids(built(t, unix).Site)
	for i, files := range []map[string]string{unix, dos} {
		for j := i; j < len(all); j += 2 { // each once
			id := all[j]
			there := renamed(t, files, id, "some-other-id")
			if res := built(t, there); len(res.Diags) > 0 && slices.ContainsFunc(res.Diags, func(d diag.Diagnostic) bool {
				return !d.IsWarning() || d.Code == diag.ChangedSince || d.Code == diag.NotChecked
			}) {
				t.Errorf("%s: %v", id, res.Diags)
			}
			back := renamed(t, there, "some-other-id", id)
			delete(back, addresses.LockPath)
			want := maps.Clone(files)
			delete(want, addresses.LockPath)
			aliases := 0
			for path := range back {
				back[path] = aliasLine.ReplaceAllStringFunc(back[path], func(string) string { aliases++; return "" })
			}
			if diff := cmp.Diff(want, back); diff != "" || aliases != 1 {
				t.Errorf("%s there and back, with %d aliases (-want +got):\n%s", id, aliases, diff)
			}
		}
	}
}

// What only a draft needs, such as the page of a law that it cites, is not promised.
func TestDraftsPromiseNothing(t *testing.T) {
	files := small(t)
	files["content/articles/third.md"] += "It cites 11 CFR 100.16.\n"
	there := renamed(t, files, "ada", "ada-l")
	if lock := there[addresses.LockPath]; strings.Contains(lock, "/law/11-cfr") || !strings.Contains(lock, "/people/ada-l/ ") {
		t.Errorf("the lock is\n%s", lock)
	}
	if n, _ := builtWith(t, there, false).Diags.Count(); n > 0 {
		t.Error(builtWith(t, there, false).Diags)
	}
}

// An alias is added to those that there are, however they are written.
func TestAliasesAdded(t *testing.T) {
	for _, tt := range []struct{ desc, give, want string }{
		{"none", "", "aliases: [ada]\n"},
		{"one alone", "aliases: lady\n", "aliases: [lady, ada]\n"},
		{"one alone, in quotation marks", "aliases: \"lady\" # once\n", "aliases: [\"lady\", ada] # once\n"},
		{"in brackets", "aliases: [lady, '/x/']\n", "aliases: [lady, '/x/', ada]\n"},
		{"in brackets on lines", "aliases: [\n  lady,\n  dame\n  ]\n", "aliases: [\n  lady,\n  dame, ada\n  ]\n"},
		{"as items", "aliases:\n  - lady # once\n  - /x/\n", "aliases:\n  - lady # once\n  - /x/\n  - ada\n"},
		{"as items with a comment", "aliases:\n- lady # once\n", "aliases:\n- lady # once\n- ada\n"},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			files := fixture.Small()
			const path = "content/people/ada.md"
			before, after, _ := strings.Cut(files[path][4:], "---\n")
			files[path] = "---\n" + before + tt.give + "---\n" + after
			got := renamed(t, files, "ada", "ada-l")["content/people/ada-l.md"]
			want := "---\n" + before + tt.want + "---\n" + after
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if n, _ := built(t, renamed(t, files, "ada", "ada-l")).Diags.Count(); n > 0 {
				t.Error(built(t, renamed(t, files, "ada", "ada-l")).Diags)
			}
		})
	}
}

// A fact without a file has its alias in a report, however that is written.
func TestAliasInReport(t *testing.T) {
	const path = "content/articles/first.md"
	const rest = "amount: several letters\n    says: The Gazette counts letters.\n"
	for _, tt := range []struct{ give, want string }{
		{"fact: letters\n    " + rest, "fact: notes\n    aliases: [letters]\n    " + rest},
		{"fact: 'letters' # these\n    " + rest, "fact: 'notes' # these\n    aliases: [letters]\n    " + rest},
		{"fact:\n      letters\n    " + rest, "fact:\n      notes\n    aliases: [letters]\n    " + rest},
		{"\"fact\": letters\n    " + rest, "\"fact\": notes\n    aliases: [letters]\n    " + rest},
		{"fact : letters\n    " + rest, "fact : notes\n    aliases: [letters]\n    " + rest},
		{rest + "    fact: letters\n", rest + "    fact: notes\n    aliases: [letters]\n"},
	} {
		files := fixture.Small()
		before, after, _ := strings.Cut(files[path], "fact: letters\n    "+rest)
		files[path] = before + tt.give + after
		there := renamed(t, files, "letters", "notes")
		if diff := cmp.Diff(before+tt.want+after, there[path]); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if n, _ := built(t, there).Diags.Count(); n > 0 {
			t.Error(built(t, there).Diags)
		}
	}
	files := fixture.Small()
	before, after, _ := strings.Cut(files[path], "  - fact: letters")
	_, after, _ = strings.Cut(after, "    at: P4\n")
	for _, give := range []string{"  - {fact: ID, ", "  - {\n    fact: ID,\n    ", "  - {\"fact\": 'ID' , "} {
		const rest = "amount: several letters, says: The Gazette counts letters., quote: plusieurs lettres, translation: several letters, at: P4}\n"
		files[path] = before + strings.ReplaceAll(give, "ID", "letters") + rest + after
		there := renamed(t, files, "letters", "notes")
		if !strings.Contains(there[path], "notes") || !strings.Contains(there[path], ", aliases: [letters]") {
			t.Errorf("renamed:\n%s", there[path])
		}
		if n, _ := built(t, there).Diags.Count(); n > 0 {
			t.Error(built(t, there).Diags)
		}
	}
}

// What is changed lies over a tree, and what is taken away is not in it.
func TestOver(t *testing.T) {
	tree := source.FS(fixture.FS(map[string]string{"content/a.md": "a", "content/b.md": "b"}))
	over := rename.Changes{"content/a.md": nil, "content/c.md": []byte("c\r\n")}.Over(tree)
	paths, err := over.List("content")
	if diff := cmp.Diff([]string{"content/b.md", "content/c.md"}, paths); diff != "" || err != nil {
		t.Error(diff, err)
	}
	if f, err := over.Read("content/c.md"); string(f.Data) != "c\n" || err != nil {
		t.Errorf("%q, %v", f.Data, err)
	}
	if _, err := over.Read("content/a.md"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that is taken away: %v", err)
	}
}
