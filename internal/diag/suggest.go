package diag

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// DidYouMean returns a hint that names the candidate nearest to name
// ("did you mean \"PA\"?"), or "" if none is near or two are equally near:
// a wrong suggestion is worse than none.
func DidYouMean(name string, candidates []string) string {
	if best := Nearest(name, candidates); best != "" {
		return `did you mean "` + best + `"?`
	}
	return ""
}

// Nearest returns the one candidate nearest to name, or "" if none is near
// or two are equally near. Letter case counts as no distance.
func Nearest(name string, candidates []string) string {
	lower := strings.ToLower(name)
	limit := max(1, utf8.RuneCountInString(name)/3)
	best, bestDistance, tie := "", limit+1, false
	for _, c := range slices.Sorted(slices.Values(candidates)) {
		if c == best {
			continue
		}
		switch d := distance(lower, strings.ToLower(c)); {
		case d < bestDistance:
			best, bestDistance, tie = c, d, false
		case d == bestDistance && d <= limit:
			tie = true
		}
	}
	if tie {
		return ""
	}
	return best
}

// distance is the optimal string alignment distance: insertions, deletions,
// substitutions and swaps of neighbours count one each.
func distance(a, b string) int {
	s, t := []rune(a), []rune(b)
	prev2 := make([]int, len(t)+1)
	prev := make([]int, len(t)+1)
	cur := make([]int, len(t)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(s); i++ {
		cur[0] = i
		for j := 1; j <= len(t); j++ {
			cost := 1
			if s[i-1] == t[j-1] {
				cost = 0
			}
			cur[j] = min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				cur[j] = min(cur[j], prev2[j-2]+1)
			}
		}
		prev2, prev, cur = prev, cur, prev2
	}
	return prev[len(t)]
}
