package diag

// A Mistake is what is wrong with a text that is read without knowing which file
// it stands in: a [Diagnostic] whose place is bytes of that text.
type Mistake struct {
	Start, End int    // the faulty bytes of the text
	Message    string // what is wrong
	Hint       string // what to write; may be empty
}

// Wrong returns a Mistake.
func Wrong(start, end int, message, hint string) *Mistake {
	return &Mistake{start, end, message, hint}
}

func (m *Mistake) Error() string { return m.Message }
