package render

import (
	"bytes"
	"strings"
	"text/template/parse"

	"receipts/internal/diag"
)

// checkShown reports what would publish pages without their content: a layout that shows
// nothing, a base.html without .Main, and a definition that is not called. In some other
// tools a base calls what pages define; here a page puts itself into base.html.
func (l *Layouts) checkShown(diags *diag.List) {
	called := map[string]bool{footLayout: true} // by a template that is a file, or that is called
	var follow func(name string, f func(parse.Node))
	follow = func(name string, f func(parse.Node)) {
		if t := l.set.Lookup(name); t != nil && t.Tree != nil {
			each(t.Tree.Root, func(n parse.Node) {
				f(n)
				if n, ok := n.(*parse.TemplateNode); ok && !called[n.Name] {
					called[n.Name] = true
					follow(n.Name, f)
				}
			})
		}
	}
	hasMain := false
	follow(baseLayout, func(n parse.Node) { hasMain = hasMain || names(n, "Main") })
	for _, f := range l.files {
		follow(f.Path, func(parse.Node) {})
	}
	isFile := map[string]bool{}
	for _, f := range l.files {
		isFile[f.Path] = true
		isPart := strings.HasPrefix(f.Path, partialFolder)
		if isPart && !called[f.Path] || l.shows(f.Path, map[string]bool{}) {
			continue
		}
		hint := "write what a page shows outside of {{define}}: base.html has it as .Main"
		if isPart {
			hint = "write what it shows, or take out what calls it"
		}
		diags.AddHint(diag.EmptyLayout, diag.Place{File: f.Path}, "the layout shows nothing", hint)
		hasMain = hasMain || f.Path == baseLayout // one message is enough
	}
	if !hasMain {
		diags.AddHint(diag.EmptyLayout, diag.Place{File: baseLayout}, "no page shows its content: nothing here says .Main", "write {{.Main}} where a page’s own part stands")
	}
	for _, t := range l.set.Templates() {
		if name := t.Name(); t.Tree != nil && !isFile[name] && !called[name] {
			diags.AddHint(diag.EmptyLayout, l.definition(t.Tree), `no layout calls "`+name+`"`, `call it with {{template "`+name+`" .}}, or take it away`)
		}
	}
}

// definition is the place of the name of a template, which stands before its text.
func (l *Layouts) definition(tree *parse.Tree) diag.Place {
	at := diag.Place{File: tree.ParseName}
	for _, f := range l.files {
		if f.Path == tree.ParseName {
			at.Start = max(0, bytes.LastIndex(f.Data[:tree.Root.Pos], []byte(tree.Name)))
			at.End = min(at.Start+len(tree.Name), len(f.Data))
		}
	}
	return at
}

// names reports whether a command or a call of a template has a field of the page.
func names(n parse.Node, field string) bool {
	c, ok := n.(*parse.CommandNode)
	if !ok {
		return false
	}
	for _, arg := range c.Args {
		switch arg := arg.(type) {
		case *parse.FieldNode: // .Main
			ok = arg.Ident[0] == field
		case *parse.VariableNode: // $.Main
			ok = len(arg.Ident) > 1 && arg.Ident[1] == field
		default:
			ok = false
		}
		if ok {
			return true
		}
	}
	return false
}

// shows reports whether a template shows anything; seen are those that call it.
func (l *Layouts) shows(name string, seen map[string]bool) bool {
	t := l.set.Lookup(name)
	if t == nil || t.Tree == nil || seen[name] {
		return false
	}
	seen[name] = true
	var any func(*parse.ListNode) bool
	branch := func(b *parse.BranchNode) bool { return any(b.List) || any(b.ElseList) }
	any = func(list *parse.ListNode) bool {
		for _, n := range shown(list) {
			ok := true // a text, or a node that is not known here
			switch n := n.(type) {
			case *parse.ActionNode:
				ok = len(n.Pipe.Decl) == 0
			case *parse.TemplateNode:
				ok = l.shows(n.Name, seen)
			case *parse.IfNode:
				ok = branch(&n.BranchNode)
			case *parse.RangeNode:
				ok = branch(&n.BranchNode)
			case *parse.WithNode:
				ok = branch(&n.BranchNode)
			}
			if ok {
				return true
			}
		}
		return false
	}
	return any(t.Tree.Root)
}

// shown are the nodes of a list that readers see something of: no blanks, and nothing in
// a comment of HTML, which html/template takes out.
func shown(list *parse.ListNode) (nodes []parse.Node) {
	if list == nil {
		return nil
	}
	inComment := false
	for _, n := range list.Nodes {
		text, isText := n.(*parse.TextNode)
		if !isText {
			if !inComment {
				nodes = append(nodes, n)
			}
			continue
		}
		isSeen := false
		for rest := text.Text; len(rest) > 0; {
			sign := "<!--"
			if inComment {
				sign = "-->"
			}
			before, after, found := bytes.Cut(rest, []byte(sign))
			isSeen = isSeen || !inComment && len(bytes.TrimSpace(before)) > 0
			inComment, rest = inComment != found, after
		}
		if isSeen {
			nodes = append(nodes, n)
		}
	}
	return nodes
}

// each calls f for every command and every call of a template that n shows.
func each(n parse.Node, f func(parse.Node)) {
	pipe := func(p *parse.PipeNode) {
		if p == nil {
			return
		}
		for _, c := range p.Cmds {
			f(c)
			for _, arg := range c.Args {
				each(arg, f)
			}
		}
	}
	branch := func(b *parse.BranchNode) {
		pipe(b.Pipe)
		each(b.List, f)
		each(b.ElseList, f)
	}
	switch n := n.(type) {
	case *parse.ListNode:
		for _, c := range shown(n) {
			each(c, f)
		}
	case *parse.ActionNode:
		pipe(n.Pipe)
	case *parse.PipeNode:
		pipe(n)
	case *parse.ChainNode: // (asset "icon.svg").URL
		each(n.Node, f)
	case *parse.TemplateNode:
		f(n)
		pipe(n.Pipe)
	case *parse.IfNode:
		branch(&n.BranchNode)
	case *parse.RangeNode:
		branch(&n.BranchNode)
	case *parse.WithNode:
		branch(&n.BranchNode)
	}
}
