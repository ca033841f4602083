package content

// EachSource calls f for every source from outside the articles that the front matter
// of a page names, with how far it was checked.
func EachSource(front any, f func(url Words, mark Mark)) {
	outsides := func(list []Outside) {
		for _, o := range list {
			f(o.URL, o.Mark)
		}
	}
	switch front := front.(type) {
	case *Article:
		outsides(front.Notes)
	case *Fact:
		for _, d := range front.Disagreements {
			outsides(d.Outside)
		}
		outsides(front.Notes)
	case *Entity:
		outsides(front.Notes)
	case *Question:
		for _, p := range front.Positions {
			for _, o := range p.Points {
				f(o.URL, o.Mark)
			}
		}
		outsides(front.Notes)
	case *Later:
		f(front.URL, front.Mark)
	case *Authority:
		f(front.ReadAt, front.Mark)
		outsides(front.Notes)
	case *State:
		outsides(front.Notes)
	}
}
