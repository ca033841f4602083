package evidence

// Numbers in words, up to the hundreds of thousands; millions are scale words
// (see quantity.go). The words of one number are parted by spaces or hyphens
// alone, so a comma ends it.

var frenchUnits = map[string]int{
	"zéro": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
	"dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
	"vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
	"septante": 70, "huitante": 80, "octante": 80, "nonante": 90,
}

// frenchCardinal reads the number in words at ts[i] and returns it with the
// number of its tokens, 0 if there is none. "un" alone is read as 1.
func frenchCardinal(ts []token, i int) (n, used int) {
	total, below := 0, 0 // full thousands, and what is below a thousand so far
	last := -1           // value of the word before
	for k := i; k < len(ts); k++ {
		k = skipHyphen(ts, i, k)
		and := k > i && k < len(ts) && ts[k].text == "et" && below%100 >= 20
		if and {
			k++
		}
		if k >= len(ts) || ts[k].kind != word || ts[k].dated {
			break
		}
		v, known := frenchUnits[ts[k].text]
		tens := below % 100
		switch w := ts[k].text; {
		case and && v != 1 && v != 11:
			return total + below, used
		case (w == "cent" || w == "cents") && below < 10 && last != 0:
			below, v = max(1, below)*100, 100
		case w == "mille" && total == 0 && last != 0:
			total, below, v = max(1, below)*1000, 0, 1000
		case !known, last == 0:
			return total + below, used
		case v == 20 && last == 4 && tens == 4: // quatre-vingts
			below += 80 - 4
		case v == 0 && last >= 0:
			return total + below, used
		case tens == 0 && last != 10:
			below += v
		case v < 10 && tens%10 == 0 && tens >= 20, v >= 7 && v <= 9 && last == 10:
			below += v // vingt-deux, dix-sept
		case v >= 10 && v <= 16 && (tens == 60 || tens == 80):
			below += v // soixante et onze, quatre-vingt-dix
		default:
			return total + below, used
		}
		last = v
		used = k + 1 - i
	}
	return total + below, used
}

var englishUnits = map[string]int{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
	"eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
	"eighty": 80, "ninety": 90,
}

// englishCardinal is frenchCardinal for English. "one" alone is read as 1, and
// "a" counts before "hundred" and "thousand".
func englishCardinal(ts []token, i int) (n, used int) {
	total, below := 0, 0
	last := -1
	for k := i; k < len(ts); k++ {
		k = skipHyphen(ts, i, k)
		if k > i && k < len(ts) && ts[k].text == "and" && last >= 100 {
			k++
		}
		if k >= len(ts) || ts[k].kind != word || ts[k].dated {
			break
		}
		w := ts[k].text
		if w == "a" && k == i && k+1 < len(ts) && (ts[k+1].text == "hundred" || ts[k+1].text == "thousand") {
			below, last = 1, 1
			continue
		}
		if k == i && i > 0 && ts[i-1].text == "some" && (w == "hundred" || w == "thousand") { // "some hundred people"
			below, last = 1, 1
		}
		v, known := englishUnits[w]
		tens := below % 100
		switch {
		case w == "hundred" && below > 0 && below < 10:
			below, v = below*100, 100
		case w == "thousand" && below > 0 && total == 0:
			total, below, v = below*1000, 0, 1000
		case !known, last == 0, v == 0 && last >= 0:
			return total + below, used
		case tens == 0:
			below += v
		case v < 10 && tens%10 == 0 && tens >= 20:
			below += v
		default:
			return total + below, used
		}
		last = v
		used = k + 1 - i
	}
	return total + below, used
}

// skipHyphen steps over a hyphen inside a number in words.
func skipHyphen(ts []token, first, k int) int {
	if k > first && k+1 < len(ts) && ts[k].text == "-" && !ts[k].spaced && !ts[k+1].spaced {
		return k + 1
	}
	return k
}
