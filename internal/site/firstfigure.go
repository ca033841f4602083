package site

// FirstFigure is the figure that stands for a where there is room for one: of its
// amounts of money the first with a figure, or else of its counts. It is one that the
// article gives in words of its own or of its source, without a caveat of ours: no
// figure that its quote carries in part only, as a sum of ours does, or against a
// check, and none that a later one replaces. It is nil if there is none.
func (a *Article) FirstFigure() *Report {
	var count *Report
	for _, r := range a.Reports {
		switch m := r.Amount; {
		case m == nil || m.Quantity.IsZero() || m.Quantity.IsUnquantified():
		case r.Partly || r.Because.IsGiven() || r.ReplacedBy != nil:
		case r.Fact.Type == Money:
			return r
		case count == nil:
			count = r
		}
	}
	return count
}
