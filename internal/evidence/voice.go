package evidence

// Whose voice it is: what a sentence of ours says of whether its source cites somebody.

var (
	asksWhose   = setOf("whether whose")
	leftOpen    = phraseTableOf("unclear, not clear, uncertain, left open, leaves open, leave open, does not say, not known, cannot be told, hard to tell")
	ownVoice    = phraseTableOf("own voice, without citing any, without citing anyone, without citing anybody, citing nobody, citing no one, without quoting anyone")
	citedPhrase = phraseTableOf("as cited by, cited by, as quoted by, quoted by, citing, quoting")
)

// LeavesOpen reports whether a sentence leaves open whose voice it is: "whether this
// rests on Reuters is unclear".
func LeavesOpen(sentence string) bool {
	ws := plainWords(sentence)
	return leftOpen.isIn(ws) && containsAny(ws, asksWhose)
}

// CitesNobody reports whether a sentence says that its source cites nobody: "in its own
// voice".
func CitesNobody(sentence string) bool { return ownVoice.isIn(plainWords(sentence)) }

// IsEither reports whether words name one or the other who may say it: "BFM, or Reuters
// as cited by BFM".
func IsEither(words string) bool {
	ws := plainWords(words)
	return containsAny(ws, setOf("or")) && citedPhrase.isIn(ws)
}

func containsAny(ws []plainWord, set map[string]bool) bool {
	for _, w := range ws {
		if set[w.text] {
			return true
		}
	}
	return false
}
