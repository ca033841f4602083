package addresses

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/site"
)

// A promise is what stands at an address now.
type promise struct {
	file string     // it comes from
	node *site.Node // nil for a list
}

// promised are the addresses of s that are kept for ever, and what was at each before.
type promised struct {
	at    map[string]promise
	moved map[string]string // addresses of pages, by an old one
}

func of(s *site.Site) promised {
	p := promised{map[string]promise{}, map[string]string{}}
	for _, address := range s.Lists() {
		p.at[address] = promise{noFile, nil}
	}
	for _, n := range s.Nodes() {
		if n.IsDraft() || n.IsSilent() {
			continue
		}
		now := promise{fileOf(n), n}
		p.at[n.Permanent()] = now
		if f := n.Fact(); f != nil && !strings.Contains(f.Path, "#") {
			for _, r := range f.Reports {
				if r.Article.IsDraft() {
					continue
				}
				for _, anchor := range append(r.FormerAnchors(), r.Anchor) {
					p.at[f.Path+"#"+anchor] = promise{r.Article.Page.Path, n}
				}
			}
		}
	}
	for _, a := range s.Aliases() {
		if !a.Node.IsDraft() {
			p.at[a.Address] = promise{cmp.Or(a.Place.File, noFile), a.Node}
			p.moved[a.Address] = a.Node.Permanent()
		}
	}
	return p
}

// fileOf is the file that n comes from: its own, or that of the first article that
// reports it or of the first page that cites it.
func fileOf(n *site.Node) string {
	if n.Page != nil {
		return n.Page.Path
	}
	if f := n.Fact(); f != nil && len(f.Reports) > 0 {
		return f.Reports[0].Article.Page.Path
	}
	first := ""
	for _, m := range n.Mentions() {
		if m.By.Page != nil && n.Kind == site.AuthorityNode && (first == "" || m.By.Page.Path < first) {
			first = m.By.Page.Path
		}
	}
	return cmp.Or(first, noFile)
}

// has reports whether a reader of an address finds what was there. A part of a page
// that has moved is found on the page as it is now.
func (p promised) has(address string) bool {
	if _, ok := p.at[address]; ok {
		return true
	}
	page, part, ok := strings.Cut(address, "#")
	if !ok || p.moved[page] == "" {
		return false
	}
	_, ok = p.at[p.moved[page]+"#"+part]
	return ok
}

// hasFile reports whether anything comes from a file.
func (p promised) hasFile(file string) bool {
	for _, now := range p.at {
		if now.file == file {
			return true
		}
	}
	return false
}

// mostLost is how many lost addresses are reported.
const mostLost = 20

// Check reports which addresses of l the site s has lost and, if asked to, that the
// lock lacks some that it has. A Site that was read in part has lost nothing for sure, and
// one with drafts has lists and authorities that only these need.
func (l *Lock) Check(s *site.Site, lacking bool) (diags diag.List) {
	if s.Partial || s.Unread {
		return nil
	}
	now := of(s)
	lost := l.lost(now)
	for i, address := range lost {
		if i == mostLost {
			diags.Add(diag.LostAddress, l.places[address], fmt.Sprintf("%s more that the site has published lead nowhere", diag.Plural(len(lost)-i, "address")))
			break
		}
		diags.AddHint(diag.LostAddress, l.places[address], `the address "`+address+`" leads nowhere now; `+l.had(address), l.hint(address, now))
	}
	if !lacking || slices.ContainsFunc(s.Articles, func(a *site.Article) bool { return a.IsDraft() }) {
		return diags
	}
	if new := l.lacking(now); len(new) > 0 {
		diags.AddHint(diag.NewAddress, diag.Place{File: LockPath}, "the lock does not have "+diag.Plural(len(new), "address")+" of the site yet, such as "+new[0], `run "addresses", and commit what it writes`)
	}
	return diags
}

// lost are the addresses of l that lead nowhere, sorted. The parts of a page that is
// lost as a whole follow from that, and so do the reports of an article that is, and the
// pages below a list that is.
func (l *Lock) lost(now promised) (lost []string) {
	articles := map[string]bool{} // files of those that are lost
	for address, file := range l.files {
		if strings.HasPrefix(address, "/articles/") && !strings.Contains(address, "#") && !now.has(address) {
			articles[file] = true
		}
	}
	for _, address := range slices.Sorted(maps.Keys(l.files)) {
		page, _, isPart := strings.Cut(address, "#")
		_, known := l.files[page]
		follows := isPart && (known && !now.has(page) || articles[l.files[address]]) || l.isLost(above(page), now)
		if !now.has(address) && !follows {
			lost = append(lost, address)
		}
	}
	return lost
}

// above is the list that a page is below.
func above(page string) string {
	page = strings.TrimSuffix(page, "/")
	return page[:strings.LastIndex(page, "/")+1]
}

// isLost reports whether address is a list of the site that leads nowhere.
func (l *Lock) isLost(address string, now promised) bool {
	return l.files[address] == noFile && !now.has(address)
}

// lacking are the addresses that l lacks, sorted.
func (l *Lock) lacking(now promised) (lacking []string) {
	for address := range now.at {
		if _, ok := l.files[address]; !ok {
			lacking = append(lacking, address)
		}
	}
	slices.Sort(lacking)
	return lacking
}

// had says where an address came from.
func (l *Lock) had(address string) string {
	file := l.files[address]
	if file == noFile {
		return "the site itself had it"
	}
	return file + " had it"
}

// hint says what to write, as far as that is sure.
func (l *Lock) hint(address string, now promised) string {
	giveUp := `give it up with "addresses -withdraw ` + address + `"`
	if file := l.files[address]; file != noFile && !now.hasFile(file) {
		giveUp = `give up all that was in that file with "addresses -withdraw ` + file + `"`
	}
	if n := l.renamed(address, now); n != nil && l.files[address] != noFile {
		id := strings.TrimSuffix(strings.TrimPrefix(address, folder(n)), "/")
		return "if " + fileOf(n) + " tells the same under a new name, add the line below to it; or " + giveUp + "\naliases: [" + id + "]"
	}
	switch {
	case strings.Contains(address, "#"):
		return "put back what stood there, or " + giveUp
	case l.files[address] == noFile && l.hasBelow(address):
		return "put back what " + content.ConfigPath + " said of it, such as its regions; or " + giveUp + ", and all below it"
	}
	return "add the line below to the file of what readers should find there; or " + giveUp + "\naliases: [" + address + "]"
}

// hasBelow reports whether l has pages below an address.
func (l *Lock) hasBelow(address string) bool {
	for other := range l.files {
		if above(other) == address {
			return true
		}
	}
	return false
}

// folder is what stands before the id in an address of the kind of n.
func folder(n *site.Node) string {
	path := n.Permanent()
	return path[:strings.LastIndex(path, n.ID)]
}

// renamed is the one thing of the same kind that l does not know yet, or nil: it may be
// what had the address.
func (l *Lock) renamed(address string, now promised) (found *site.Node) {
	for _, new := range l.lacking(now) {
		n := now.at[new].node
		if n == nil || n.Permanent() != new || !strings.HasPrefix(address, folder(n)) || strings.Contains(strings.Trim(address[len(folder(n)):], "/"), "/") {
			continue
		}
		if found != nil {
			return nil
		}
		found = n
	}
	return found
}

// Update returns the lock of s: what l has, and what it lacks. Withdrawn are addresses
// that lead nowhere, each given up with its parts and what is below it, and files, each
// with all of its addresses that lead nowhere. The error says which of them there is not.
func (l *Lock) Update(s *site.Site, withdrawn []string) (*Lock, error) {
	now := of(s)
	out := &Lock{files: map[string]string{}, places: l.places}
	maps.Copy(out.files, l.files)
	for _, given := range withdrawn {
		isMeant := func(address, file string) bool {
			page, _, _ := strings.Cut(address, "#")
			return given == address || given == page || given == file || given == above(page) && l.isLost(given, now)
		}
		known, before := false, len(out.files)
		maps.DeleteFunc(out.files, func(address, file string) bool {
			known = known || isMeant(address, file)
			return isMeant(address, file) && !now.has(address)
		})
		switch {
		case !known:
			return nil, diag.Wrong(0, 0, given+" is not in "+LockPath, diag.DidYouMean(given, l.lost(now)))
		case len(out.files) == before:
			return nil, diag.Wrong(0, 0, given+" leads somewhere, and is nothing to give up", "take away what is there first, or its alias")
		}
	}
	for address, p := range now.at {
		out.files[address] = p.file
	}
	return out, nil
}
