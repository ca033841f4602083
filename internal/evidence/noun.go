package evidence

// Names reports whether words name what is stated, a counted noun or a basis
// of package amount: "voters for whom" names "sponsored voters". The nouns must
// agree in singular or plural; what stands before them is a choice of words.
func Names(stated, words string) bool {
	stems := englishStems(words)
	for _, w := range headWords(stated) {
		if !hasStem(stems, w) {
			return false
		}
	}
	return true
}
