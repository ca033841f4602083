package site

import "testing"

// Facts are counted, not reports; a part is not counted beside its whole, but where
// the whole is not counted it is; what has no figure is a mention, also as a part.
func TestTally(t *testing.T) {
	partOf := func(id, whole string) (path, text string) {
		return "content/facts/" + id + ".md", "---\ntitle: A part\npart_of: " + whole + "\n---\n"
	}
	files := map[string]string{}
	for id, whole := range map[string]string{"part": "gift", "part-of-part": "part", "named": "gift", "cheque": "plan"} {
		path, text := partOf(id, whole)
		files[path] = text
	}
	s, diags := smallSite(t, map[string]string{
		"a": amounts(
			money("gift", "9 USD"), money("gift", "9 USD"), money("part", "5 USD"), money("part-of-part", "2 USD"),
			money("named", "unquantified"), money("plan", "unquantified"), money("cheque", "1 USD"),
			report("voters", "amount: 3 voters", "quote_supports: partly", "quote_lacks: All of it.")),
		"b": amounts(money("gift", "9 USD"), money("late", "unquantified")),
		"c": amounts(money("late", "4 USD")),
	}, files)
	if errors, _ := diags.Count(); errors > 0 {
		t.Fatal(diags)
	}
	want := Tally{Figures: 3, Mentions: 2} // gift, cheque, late; named, plan
	if got := TallyOf(s.Facts); got != want {
		t.Errorf("of nine facts %+v are counted, want %+v", got, want)
	}
	if gift := s.Facts[1]; gift.ID != "gift" || gift.Articles() != 2 {
		t.Errorf("%s is reported by %d articles, want the gift by 2", gift.ID, gift.Articles())
	}
	twice := append(s.Facts[:len(s.Facts):len(s.Facts)], s.Facts...)
	if got := TallyOf(twice); got != want {
		t.Errorf("counted twice over, they are %+v, want %+v", got, want)
	}
}

func TestReplacedIsCountedOnce(t *testing.T) {
	s, diags := smallSite(t, map[string]string{
		"a": amounts(money("first", "9 USD"), money("gift", "1 USD")), "b": amounts(money("amended", "8 USD", "supersedes: first")),
	}, nil)
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	if got, want := TallyOf(s.Facts), (Tally{Figures: 2}); got != want {
		t.Errorf("two figures, one of them under two ids, are counted as %+v, want %+v", got, want)
	}
}
