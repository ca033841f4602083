package main

import (
	"context"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"strings"

	"receipts/internal/diag"
)

var helpCommand = command{
	name:    "help",
	args:    "[COMMAND]",
	short:   "show what a command does",
	example: "build help new",
}

var versionCommand = command{
	name:    "version",
	short:   "print the version",
	example: "build version",
	run:     runVersion,
}

var explainCommand = command{
	name:    "explain",
	args:    "CODE",
	short:   "say what a diagnostic means",
	long:    "Prints what a code means and how to mend it. Without a code it lists them all.",
	example: "build explain E021",
	run:     runExplain,
}

func runHelp(_ context.Context, inv *invocation) error {
	if len(inv.args) == 0 {
		printHelp(inv.stdout, command{})
		return nil
	}
	for _, c := range commands {
		if c.name == inv.args[0] {
			printHelp(inv.stdout, c)
			return nil
		}
	}
	return &usageError{`unknown command "` + inv.args[0] + `"`, diag.DidYouMean(inv.args[0], commandNames())}
}

// printHelp prints the help of one command, or of all of them.
func printHelp(w io.Writer, cmd command) {
	if cmd.name == "" {
		fmt.Fprint(w, "build makes a Receipts site from a folder of Markdown.\n\nUsage: build [COMMAND] [FLAGS]\n\nCommands:\n")
		for _, c := range commands {
			fmt.Fprintf(w, "  %-22s %s\n", strings.TrimSpace(c.name+" "+c.args), c.short)
		}
		fmt.Fprint(w, "\nFlags, before or after the command:\n")
		printFlags(w, nil)
		fmt.Fprint(w, "\n\"build help COMMAND\" says more. Exit status: 0 fine, 1 the content has errors, 2 usage or machine.\n")
		return
	}
	fmt.Fprintf(w, "build %s: %s\n\nUsage: build %s\n", cmd.name, cmd.short, strings.TrimSpace(cmd.name+" "+cmd.args+" [FLAGS]"))
	if cmd.long != "" {
		fmt.Fprintf(w, "\n%s\n", cmd.long)
	}
	if len(cmd.flags) > 0 {
		fmt.Fprint(w, "\nFlags:\n")
		printFlags(w, cmd.flags)
	}
	fmt.Fprintf(w, "\nExample: %s\n", cmd.example)
}

// printFlags prints the flags named; nil is all of them.
func printFlags(w io.Writer, names []string) {
	for _, f := range flagHelp {
		for _, n := range append([]string{}, names...) {
			if n == f.name {
				fmt.Fprintf(w, "  %-22s %s\n", strings.TrimSpace("-"+f.name+" "+f.value), f.help)
			}
		}
		if names == nil {
			fmt.Fprintf(w, "  %-22s %s\n", strings.TrimSpace("-"+f.name+" "+f.value), f.help)
		}
	}
}

func runVersion(_ context.Context, inv *invocation) error {
	version := "(built from source)"
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" {
				version = s.Value[:min(12, len(s.Value))]
			}
		}
	}
	fmt.Fprintf(inv.stdout, "receipts %s, %s\n", version, runtime.Version())
	return nil
}

func runExplain(_ context.Context, inv *invocation) error {
	if len(inv.args) == 0 {
		for _, e := range diag.Explanations() {
			fmt.Fprintf(inv.stdout, "%s  %s\n", e.Code, e.Title)
		}
		return nil
	}
	code := diag.Code(strings.ToUpper(inv.args[0]))
	e, ok := diag.Explain(code)
	if !ok {
		var codes []string
		for _, e := range diag.Explanations() {
			codes = append(codes, string(e.Code))
		}
		return &usageError{`there is no diagnostic "` + inv.args[0] + `"`, orElse(diag.DidYouMean(string(code), codes), `"build explain" lists them`)}
	}
	fmt.Fprintf(inv.stdout, "%s: %s\n\n%s\n", e.Code, e.Title, wrap(e.Text, 78))
	if e.Wrong != "" {
		fmt.Fprintf(inv.stdout, "\nThis is refused:\n\n%s\n", indent(e.Wrong))
	}
	if e.Right != "" {
		fmt.Fprintf(inv.stdout, "\nWrite instead:\n\n%s\n", indent(e.Right))
	}
	return nil
}

func indent(s string) string {
	return "    " + strings.ReplaceAll(strings.TrimRight(s, "\n"), "\n", "\n    ")
}

// wrap breaks text at blanks into lines of at most width characters.
func wrap(text string, width int) string {
	var b strings.Builder
	n := 0
	for _, word := range strings.Fields(text) {
		switch l := len([]rune(word)); {
		case n == 0:
			n = l
		case n+1+l > width:
			b.WriteByte('\n')
			n = l
		default:
			b.WriteByte(' ')
			n += 1 + l
		}
		b.WriteString(word)
	}
	return b.String()
}
