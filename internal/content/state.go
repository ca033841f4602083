package content

import "receipts/internal/yamldoc"

// A State is prose of ours about one state. Its name and code are built in.
type State struct {
	Summary Inline
	Notes   []Outside
	Aliased
}

var state = yamldoc.Object("a state", append([]yamldoc.Field[State]{
	yamldoc.Key("summary", yamldoc.Optional, inline, func(s *State) *Inline { return &s.Summary }, "one line on what articles say of it"),
	yamldoc.Key("notes", yamldoc.Optional, yamldoc.List(note), func(s *State) *[]Outside { return &s.Notes }, "what we know from elsewhere"),
}, aliasesOf(func(s *State) *Aliased { return &s.Aliased })...))
