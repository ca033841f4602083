package evidence

import (
	"slices"

	"receipts/internal/amount"
)

// Money at other prices than those it was paid at: "in 2024 dollars", "adjusted for
// inflation", « en euros constants de 2015 ». The words that say so are cut out of the
// tokens before anything is read: what is left reads as money that was paid, and a
// year of prices is no date. A currency among them stays: "in constant [2024] dollars".
//
// The words are of the figure that they stand next to, else of the only sum in their
// clause, or of all if they open it. A figure of which they may be or not is not
// understood.

// priceWords are the words of a language for prices.
type priceWords struct {
	adjusted phrases[bool] // they say it alone: "adjusted for inflation"
	constant phrases[bool] // before or behind money: "constant", "today's"
	heads    []string      // what stands in place of money: "prices"
	pricedIn []string      // before them: "in"
	since    []string      // between an adjustment and its year: "to"

	unadjusted []string // before an adjustment that was not made: "without"
}

// A pricing is words for prices that were cut out.
type pricing struct {
	amount.Prices
	at    int  // the token that they stood before
	words span // bytes, with the money or the head that they belong to
}

// cutPrices cuts the words for prices out of the tokens.
func (r *reader) cutPrices() {
	r.pricings = r.pricings[:0]
	var cuts []span
	removed := 0
	for i := 0; i < len(r.ts); i++ {
		if t := r.at(i); t.is&beginsPrices == 0 && !(t.is&isOf != 0 && r.isPriceYear(i+1)) && !r.isPriceYear(i) {
			continue
		}
		if prices, words, cut := r.pricesAt(i); prices != amount.Nominal {
			r.pricings = append(r.pricings, pricing{prices, cut.start - removed, span{r.at(words.start).start, r.at(words.end - 1).end}})
			cuts = append(cuts, cut)
			removed += cut.end - cut.start
			i = cut.end - 1
		}
	}
	if removed == 0 {
		return
	}
	kept, from := r.ts[:0], 0
	for _, cut := range cuts {
		kept, from = append(kept, r.ts[from:cut.start]...), cut.end
	}
	kept = append(kept, r.ts[from:]...)
	clear(r.ts[len(kept):]) // a pool keeps no text alive
	r.ts = kept
}

// pricesAt reads words for prices that begin at token i, and which of their tokens are
// to be cut out.
func (p *tokens) pricesAt(i int) (prices amount.Prices, words, cut span) {
	l := p.l
	all := func(prices amount.Prices, end int) (amount.Prices, span, span) {
		return prices, span{i, end}, span{i, end}
	}
	if _, n := l.adjusted.at(p.ts, i); n > 0 && !p.isUnadjusted(i) {
		if slices.Contains(l.since, p.at(i+n).text) { // "adjusted for inflation to 2024 dollars"
			if prices, next := p.pricesBefore(i + n + 1); prices != amount.Nominal {
				_, money := p.currencyAt(next)
				if p.isPriceHead(next) {
					money = 1
				}
				return all(prices, next+money)
			}
		}
		return all(amount.Adjusted, i+n)
	}
	opens := slices.Contains(l.pricedIn, p.at(i).text)
	head := i
	if opens || p.at(i).text == "(" {
		head++
	}
	if prices, next := p.pricesBefore(head); prices != amount.Nominal {
		_, money := p.currencyAt(next)
		_, constant := l.constant.at(p.ts, head)
		switch {
		case head > i && p.isPriceHead(next): // "in 2024 prices"
			return all(prices, next+1)
		case money > 0 && (head > i || constant > 0 && (p.at(i-1).kind == number || p.isScaleWord(i-1))): // "in 2024 dollars", "5 million constant dollars"
			return prices, span{head, next + money}, span{head, next}
		}
	}
	switch {
	case opens && p.isPriceHead(i+1): // "at prices of 2024"
		return all(p.pricesBehind(i + 2))
	case p.isMoneyWord(i - 1): // "euros constants de 2015"
		prices, next := p.pricesBehind(i)
		return prices, span{i - 1, next}, span{i, next}
	}
	return amount.Nominal, span{}, span{}
}

// isPriceHead reports whether a word that stands in place of money is at token i.
func (p *tokens) isPriceHead(i int) bool { return slices.Contains(p.l.heads, p.at(i).text) }

// isUnadjusted reports whether words for prices at token i are denied: "not adjusted
// for inflation".
func (p *tokens) isUnadjusted(i int) bool {
	_, n := p.l.denials.endingAt(p.ts, i)
	return n > 0 || slices.Contains(p.l.unadjusted, p.at(i-1).text)
}

// pricesBefore reads what stands before money: "constant 2024", "today's".
func (p *tokens) pricesBefore(i int) (prices amount.Prices, next int) {
	for {
		_, n := p.l.constant.at(p.ts, i)
		switch {
		case n > 0 && prices == amount.Nominal:
			prices = amount.Adjusted
		case n > 0:
		case prices.Year() == 0 && p.isPriceYear(i):
			prices, n = p.yearOfPrices(i), 1
		default:
			return prices, i
		}
		i += n
	}
}

// pricesBehind reads what stands behind it: « constants de 2015 », "of 2020". "Of 2020
// to 2024" is a time.
func (p *tokens) pricesBehind(i int) (prices amount.Prices, next int) {
	if _, n := p.l.constant.at(p.ts, i); n > 0 {
		prices, i = amount.Adjusted, i+n
	}
	k := i
	if p.at(k).is&isOf != 0 {
		k++
	}
	behind := p.at(k + 1)
	isTime := behind.is&isJoining != 0 || slices.Contains(p.l.to, behind.text) || behind.text == "-" || behind.text == "–" || !p.l.linkNouns && p.isNounWord(k+1)
	if p.isPriceYear(k) && !isTime && (k > i || prices == amount.Adjusted) {
		return p.yearOfPrices(k), k + 1
	}
	return prices, i
}

func (p *tokens) isPriceYear(i int) bool { return p.at(i).kind == number && p.maybeYear(i) }

func (p *tokens) yearOfPrices(i int) amount.Prices {
	prices, _ := amount.PricesOf(p.at(i).value)
	return prices
}

// isPriced reports whether words for prices were cut out from before token i.
func (r *reader) isPriced(i int) bool {
	return slices.ContainsFunc(r.pricings, func(p pricing) bool { return p.at == i })
}

// price gives the sums of r the prices that they are told at.
func (r *reader) price() {
	for _, p := range r.pricings {
		sums := r.sumsAround(p.at)
		switch f := beside(r, sums, p.at); {
		case f != nil:
			f.priced(p)
		case len(sums) == 1 || len(sums) > 0 && r.opensClause(sums[0], p.at):
			for _, f := range sums {
				f.priced(p)
			}
		}
	}
	for _, p := range r.pricings {
		for _, f := range r.sumsAround(p.at) {
			if f.Prices == amount.Nominal {
				f.otherPrices, f.pricedBy = true, p.words
			}
		}
	}
	for i := len(r.all) - 2; i >= 0; i-- { // "$3 million and $5 million in 2024 dollars"
		f, g := &r.all[i], &r.all[i+1]
		if joins := r.at(f.next); f.IsMoney() && f.Prices == amount.Nominal && g.first == f.next+1 && (joins.text == "," || joins.is&isJoining != 0) && (g.Prices != amount.Nominal || g.otherPrices) {
			f.otherPrices, f.pricedBy = true, g.pricedBy
		}
	}
}

// sumsAround returns the sums whose clause token k is in.
func (r *reader) sumsAround(k int) (sums []*foundAt) {
	first, _ := slices.BinarySearchFunc(r.all, k-maxSentence, func(f foundAt, k int) int { return f.next - k })
	for i := first; i < len(r.all) && r.all[i].first <= k+maxSentence; i++ {
		if f := &r.all[i]; f.IsMoney() {
			if from, to := r.clause(f); from <= k && k <= to {
				sums = append(sums, f)
			}
		}
	}
	return sums
}

// opensClause reports whether words before token k open the clause of f: "In 2024
// dollars, he gave".
func (r *reader) opensClause(f *foundAt, k int) bool {
	from, _ := r.clause(f)
	return k <= from+1 && k < f.first
}

// beside returns the sum next to which words before token k stand.
func beside(r *reader, sums []*foundAt, k int) *foundAt {
	behind := k
	for t := r.at(k - 1); t.text == "," || t.text == "(" || slices.Contains(r.l.pricedIn, t.text); t = r.at(behind - 1) { // "$5, adjusted for inflation"
		behind--
	}
	for _, f := range sums {
		if f.first == k || f.first < k && behind <= f.next {
			return f
		}
	}
	return nil
}

// priced notes the prices of f. A year tells more than "adjusted"; two years tell
// nothing.
func (f *foundAt) priced(p pricing) {
	switch {
	case f.Prices == amount.Nominal, f.Prices == amount.Adjusted:
		f.Prices = p.Prices
	case p.Prices != amount.Adjusted && p.Prices != f.Prices:
		f.Prices = amount.Nominal
	}
	f.pricedBy = p.words
}
