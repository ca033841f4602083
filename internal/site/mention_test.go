package site

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/content"
	"receipts/internal/fixture"
	"receipts/internal/source"
)

// summary is what a site comes to, in words.
func summary(s *Site) []string {
	var out []string
	node := func(n *Node) {
		var line strings.Builder
		line.WriteString(string(n.Kind) + " " + n.Path)
		for _, m := range n.Mentions() {
			line.WriteString(" " + strconv.Itoa(int(m.Relation)) + ":" + m.Path())
		}
		out = append(out, line.String())
	}
	for _, a := range s.Articles {
		node(&a.Node)
	}
	for _, f := range s.Facts {
		node(&f.Node)
		for _, r := range f.Reports {
			out = append(out, "  "+r.Anchor)
		}
	}
	for _, e := range slices.Concat(s.People, s.Organizations) {
		node(&e.Node)
	}
	for _, q := range s.Questions {
		node(&q.Node)
	}
	for _, a := range s.Authorities {
		node(&a.Node)
	}
	for _, st := range s.States {
		node(&st.Node)
	}
	for _, d := range s.Disagreements {
		var line strings.Builder
		line.WriteString("disagreement " + d.Fact.ID + "#" + d.Anchor)
		for _, side := range d.Sides {
			for _, r := range side.Reports {
				line.WriteString(" " + r.Anchor)
			}
		}
		out = append(out, line.String())
	}
	return append(out, slices.Sorted(maps.Keys(s.nodes))...)
}

// Mentions are as many before they are sorted as they are then.
func TestCountMentions(t *testing.T) {
	s, diags := smallSite(t, map[string]string{
		"a": amounts(money("gift", "47 USD", "from: donor", "to: fund")) + "---\n\n[[donor]] gave to [[donor]], says [[b]]; see 52 U.S.C. § 10307(c), and [[gift]].\n",
		"b": amounts(money("gift", "48 USD", "from: donor", "to: fund"), money("more", "1 USD", "from: donor", "by: donor")) + "---\n\n[[a]] and [[paper]], [[donor]] and 52 U.S.C. § 10307(c), [[52-usc-10307-c]].\n",
	}, map[string]string{"content/legal/q.md": "---\ntitle: A question\nsummary: Of [[donor]] and [[gift]].\n---\n\n[[a]], [[donor]].\n"})
	several, dropped := 0, 0
	for _, n := range s.Nodes() {
		counted, want := n.CountMentions(func(by *Node) bool { return by.ID == "b" }), 0
		for _, m := range n.Mentions() {
			if !m.Relation.IsShown() && m.By.ID != "b" {
				want++
			}
		}
		if counted != want {
			t.Errorf("%s: counted %v, but there are %v", n.ID, counted, want)
		}
		if len(n.Mentions()) > 1 {
			several++
		}
		dropped += n.MentionedAtMost() - len(n.Mentions())
	}
	if several < 3 || dropped < 2 {
		t.Errorf("%d nodes have several mentions, and %d say nothing new: too few to tell; %v", several, dropped, diags)
	}
}

// A page that names a thing several times in one relation is listed once, with the
// first sentence; and not as naming it, if it has a stronger relation to it.
func TestMentionedOnce(t *testing.T) {
	s, _ := smallSite(t, map[string]string{
		"a": amounts(money("gift", "47 USD", "from: donor", "to: fund")) + "---\n\nFirst [[other]]. Then [[other]] again, and [[gift]].\n",
	}, nil)
	for _, test := range []struct {
		id, want string
		relation Relation
	}{
		{"other", "First other.", Names},
		{"gift", "The paper writes so of the donor and the fund.", ReportedBy},
	} {
		got := s.nodes[test.id].Mentions()
		if len(got) != 1 || got[0].Relation != test.relation || got[0].Sentence.Text(nil) != test.want {
			t.Errorf("%s: %v, want %q in one of relation %d", test.id, got, test.want, test.relation)
		}
	}
}

// An article that is said not to name a thing is in a list apart, unless it names it
// all the same.
func TestNotNamed(t *testing.T) {
	s, _ := smallSite(t, map[string]string{
		"a": amounts(money("gift", "47 USD", "from: donor", "to: fund")) + "does_not_say: [\"[[other]] by name\", \"[[donor]]\"]\n---\n\nIt is [[donor]].\n",
	}, nil)
	for id, want := range map[string]Relation{"other": NotNamed, "donor": Names} {
		for _, m := range s.nodes[id].Mentions() {
			if m.By.ID == "a" && m.Relation != want {
				t.Errorf("a mentions %s in relation %d, want %d", id, m.Relation, want)
			}
		}
		if len(s.nodes[id].Mentions()) == 0 {
			t.Errorf("nothing mentions %s", id)
		}
	}
}

// A site and its mistakes are the same in whatever order the pages come.
func TestOrderOfFiles(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for script, files := range fixture.Scripts(t) {
		config, _ := content.ParseConfig(source.File{Path: content.ConfigPath, Data: []byte("title: A\nbase_url: https://example.org\n")})
		in := Input{Config: config, Static: []string{"icon.svg"}}
		for _, path := range slices.Sorted(maps.Keys(files)) {
			if strings.HasPrefix(path, "content/") && path != content.ConfigPath {
				if page, _ := content.Parse(source.File{Path: path, Data: []byte(files[path])}, content.DefaultLanguage, content.DefaultRegions); page != nil {
					in.Pages = append(in.Pages, page)
				}
			}
		}
		first, diags := Build(in)
		for range 3 {
			random.Shuffle(len(in.Pages), func(i, j int) { in.Pages[i], in.Pages[j] = in.Pages[j], in.Pages[i] })
			again, more := Build(in)
			if diff := cmp.Diff(diags, more); diff != "" {
				t.Errorf("%s: mistakes in another order of files (-first +again):\n%s", script, diff)
			}
			if diff := cmp.Diff(summary(first), summary(again)); diff != "" {
				t.Errorf("%s: site in another order of files (-first +again):\n%s", script, diff)
			}
		}
	}
}
