package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"

	"receipts/internal/diag"
)

var helpCommand = command{
	name:    "help",
	args:    "[COMMAND]",
	short:   "show what a command does",
	example: "help new",
	words:   (*invocation).commandNames,
	run:     runHelp,
}

var versionCommand = command{
	name:    "version",
	short:   "print the version",
	example: "version",
	run:     runVersion,
}

var explainCommand = command{
	name:    "explain",
	args:    "[CODE]",
	short:   "say what a diagnostic means",
	long:    "Prints what a code means and how to mend it. Without a code it lists them all.",
	example: "explain E021",
	words:   func(*invocation) []string { return codes() },
	run:     runExplain,
}

func runHelp(_ context.Context, inv *invocation) error {
	if len(inv.args) == 0 {
		inv.printHelp(command{})
		return nil
	}
	cmd, err := inv.command(inv.args[0])
	if err != nil {
		return err
	}
	inv.printHelp(cmd)
	return nil
}

// printHelp prints the help of one command, or the overview if it is none.
func (inv *invocation) printHelp(cmd command) {
	w := inv.stdout
	if cmd.name == "" {
		fmt.Fprintf(w, "%[1]s makes a Receipts site from a folder of Markdown.\n\nUsage: %[1]s [COMMAND] [FLAGS]\n\nCommands:\n", inv.program)
		for _, c := range inv.commands {
			fmt.Fprintf(w, helpLine, strings.TrimSpace(c.name+" "+c.args), c.short)
		}
		fmt.Fprint(w, "\nFlags, before or after the command:\n")
		printFlags(w, flags)
		fmt.Fprintf(w, "\n\"%s\" says more. Exit status: 0 fine, 1 the content has errors, 2 usage or machine.\n", inv.call("help COMMAND"))
		return
	}
	fmt.Fprintf(w, "%s: %s\n\nUsage: %s\n", inv.called(cmd), cmd.short, inv.usage(cmd))
	if cmd.long != "" {
		fmt.Fprintf(w, "\n%s\n", strings.ReplaceAll(cmd.long, "PROGRAM", inv.program))
	}
	if len(cmd.flags) > 0 {
		fmt.Fprint(w, "\nFlags:\n")
		printFlags(w, cmd.flagInfos())
	}
	fmt.Fprintf(w, "\nExample: %s\n", inv.call(cmd.example))
}

// called is the command line of a command without arguments: "build new", and
// "build" for the default.
func (inv *invocation) called(cmd command) string {
	if cmd.name == inv.commands[0].name {
		return inv.program
	}
	return inv.call(cmd.name)
}

// usage is how a command is called: "build new KIND NAME [FLAGS]".
func (inv *invocation) usage(cmd command) string {
	words := []string{inv.called(cmd)}
	if cmd.args != "" {
		words = append(words, cmd.args)
	}
	if len(cmd.flags) > 0 {
		words = append(words, "[FLAGS]")
	}
	return strings.Join(words, " ")
}

// flagInfos are the flags that c takes, in the order of help.
func (c command) flagInfos() []flagInfo {
	var out []flagInfo
	for _, f := range flags {
		if slices.Contains(c.flags, f.name) {
			out = append(out, f)
		}
	}
	return out
}

// helpLine is a line of a list: what to write, and what it does.
const helpLine = "  %-22s %s\n"

func printFlags(w io.Writer, list []flagInfo) {
	for _, f := range list {
		fmt.Fprintf(w, helpLine, strings.TrimSpace("-"+f.name+" "+f.value), f.help)
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
		return &usageError{`there is no diagnostic "` + inv.args[0] + `"`, cmp.Or(diag.DidYouMean(string(code), codes()), `"`+inv.call("explain")+`" lists them`)}
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

func codes() []string {
	var out []string
	for _, e := range diag.Explanations() {
		out = append(out, string(e.Code))
	}
	return out
}

func indent(s string) string {
	return "    " + strings.ReplaceAll(strings.TrimRight(s, "\n"), "\n", "\n    ")
}

// wrap breaks text at spaces into lines of at most width characters.
func wrap(text string, width int) string {
	var b strings.Builder
	n := 0
	for word := range strings.FieldsSeq(text) {
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
