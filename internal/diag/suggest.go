package diag

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// DidYouMean returns a hint that names the candidate meant by name
// ("did you mean \"PA\"?"), or "" if that is not clear: a wrong suggestion is
// worse than none.
func DidYouMean(name string, candidates []string) string {
	if best := Nearest(name, candidates); best != "" {
		return `did you mean "` + best + `"?`
	}
	return ""
}

// Nearest returns the one candidate nearest to name; if none is near, the one
// of which name is a whole part, as "elon" is of "elon-musk". It returns "" if
// there is none, or if there are two that are equally near.
//
// Letter case does not count, and two letters in the wrong order count less than a
// wrong letter: "ZA" is nearer to "AZ" than to "PA". One letter in three may be
// wrong; of two letters, none.
func Nearest(name string, candidates []string) string {
	lower := strings.ToLower(name)
	limit := max(swap, mistake*(utf8.RuneCountInString(name)/3))
	best, bestDistance, tie := "", limit+1, false
	whole, parts := "", 0
	for _, c := range slices.Compact(slices.Sorted(slices.Values(candidates))) {
		switch d := distance(lower, strings.ToLower(c)); {
		case d < bestDistance:
			best, bestDistance, tie = c, d, false
		case d == bestDistance && d <= limit:
			tie = true
		}
		if isPart(lower, c) {
			whole, parts = c, parts+1
		}
	}
	switch {
	case tie:
		return ""
	case best == "" && parts == 1:
		return whole
	}
	return best
}

// minPart is how long a name must be to count as a part of another: "a" and "us"
// are parts of too many.
const minPart = 3

// isPart reports whether s is some of the words of an id, joined by hyphens.
func isPart(s, id string) bool {
	return len(s) >= minPart && strings.Contains("-"+id+"-", "-"+s+"-")
}

// The distances of a wrong letter and of two neighbours in the wrong order.
const (
	mistake = 2
	swap    = 1
)

// distance is the optimal string alignment distance: insertions, deletions and
// substitutions count for a mistake each, swaps of neighbours for a swap.
func distance(a, b string) int {
	s, t := []rune(a), []rune(b)
	prev2 := make([]int, len(t)+1)
	prev := make([]int, len(t)+1)
	cur := make([]int, len(t)+1)
	for j := range prev {
		prev[j] = j * mistake
	}
	for i := 1; i <= len(s); i++ {
		cur[0] = i * mistake
		for j := 1; j <= len(t); j++ {
			cost := mistake
			if s[i-1] == t[j-1] {
				cost = 0
			}
			cur[j] = min(prev[j]+mistake, cur[j-1]+mistake, prev[j-1]+cost)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				cur[j] = min(cur[j], prev2[j-2]+swap)
			}
		}
		prev2, prev, cur = prev, cur, prev2
	}
	return prev[len(t)]
}
