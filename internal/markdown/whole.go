package markdown

// Whole is an inline text as one sentence, for a list of mentions. A nil Doc
// has none.
func (d *Doc) Whole() *Sentence {
	if d == nil {
		return &Sentence{}
	}
	return &d.whole
}

// IsEmpty reports whether there are no words.
func (s Sentence) IsEmpty() bool { return s.text == "" }
