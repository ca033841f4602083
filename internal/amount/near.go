package amount

// editDistance counts the insertions, deletions, substitutions and swaps of
// neighbours that lead from a to b (optimal string alignment).
func editDistance(a, b string) int {
	s, t := []rune(a), []rune(b)
	rows := make([][]int, len(s)+1)
	for i := range rows {
		rows[i] = make([]int, len(t)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(s); i++ {
		for j := 1; j <= len(t); j++ {
			cost := 1
			if s[i-1] == t[j-1] {
				cost = 0
			}
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+cost)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(s)][len(t)]
}

// nearest returns the one candidate within a third of its length of word, or
// "" if there is none or there are two: a wrong suggestion is worse than none.
func nearest(word string, candidates []string) string {
	if len(word) > 40 {
		return ""
	}
	best, bestDistance, tie := "", len(word)+1, false
	for _, c := range candidates {
		d := editDistance(word, c)
		if d > max(1, len(c)/3) {
			continue
		}
		switch {
		case d < bestDistance:
			best, bestDistance, tie = c, d, false
		case d == bestDistance:
			tie = true
		}
	}
	if tie {
		return ""
	}
	return best
}
