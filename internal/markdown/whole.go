package markdown

// Whole is an inline text as one sentence, for a list of mentions. A nil Doc
// has none.
func (d *Doc) Whole() Sentence {
	switch {
	case d == nil:
		return Sentence{}
	case d.root == nil:
		return Sentence{text: d.plain}
	}
	return d.whole
}

// IsEmpty reports whether there are no words.
func (s Sentence) IsEmpty() bool { return s.text == "" }
