package view

// A SureLine says how many facts, or points, the site is sure of in one way.
type SureLine struct {
	Link         // without an address if the site leaves the list out
	Kind  string // which drawing it has
	Count string
	About string
}

// sure says how sure the site is of what it tells. A fact is counted once, by how many
// articles report it; a point on which accounts differ is a contradiction or a smaller
// one. A line of nothing is left out, but for corrections.
func (v items) sure() []SureLine {
	s := v.site
	both, one, noted := 0, 0, 0
	for _, f := range s.Facts {
		switch {
		case f.Articles() > 1:
			both++
		case f.Articles() == 1:
			one++
			if v.besideReports(f) != "" {
				noted++
			}
		}
	}
	contradict := len(contradictions(s))
	line := func(kind, path, fragment, count string) SureLine {
		l := SureLine{Link{Href: v.part(path), Label: v.t("sure." + kind)}, kind, count, v.t("sure." + kind + ".about")}
		if l.Href != "" {
			l.Href += fragment
		}
		return l
	}

	var out []SureLine
	if both > 0 {
		l := line("both", "/facts/", "", v.Count("count.facts", both))
		if len(s.Articles) > 2 {
			l.Label = v.t("sure.several")
		}
		out = append(out, l)
	}
	if one > 0 {
		l := line("one", "/coverage/", "#one-source", v.Count("count.facts", one))
		if noted > 0 {
			l.About += " " + v.Count("sure.noted", noted)
		}
		out = append(out, l)
	}
	if contradict > 0 {
		out = append(out, line("contradict", "/disagreements/", "#contradictions", v.Count("sure.points", contradict)))
	}
	if smaller := len(s.Disagreements) - contradict; smaller > 0 {
		out = append(out, line("smaller", "/disagreements/", "#smaller", v.Count("sure.points", smaller)))
	}
	corrected := v.t("sure.none-yet")
	if n := len(s.Corrections); n > 0 {
		corrected = v.Count("sure.corrections", n)
	}
	return append(out, line("corrected", "/corrections/", "", corrected))
}
