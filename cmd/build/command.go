package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"receipts/internal/diag"
)

// Exit statuses.
const (
	exitOK      = 0
	exitContent = 1 // the content has errors
	exitFault   = 2 // usage, or a fault of the machine
)

// A command is one word of the command line.
type command struct {
	name    string
	args    string                     // "KIND NAME", "OLD [NEW]"
	short   string                     // one line
	long    string                     // PROGRAM stands for the name of the program
	example string                     // without that name
	flags   []string                   // names of the flags that it takes
	words   func(*invocation) []string // what its first argument may be; nil if that is open
	run     func(context.Context, *invocation) error
}

// commands in the order of help. The first is the one without a name. A command
// that needs this list has it from its invocation; otherwise the two would be an
// initialization cycle.
var commands = []command{
	buildCommand, previewCommand, checkCommand, diffCommand, initCommand, newCommand, draftCommand, renameCommand, reviewCommand, translatedCommand, addressesCommand, ejectCommand, schemaCommand, explainCommand, completionCommand, versionCommand, helpCommand,
}

// An invocation is one call of a command.
type invocation struct {
	options
	program        string // what it is called by
	commands       []command
	args           []string
	stdout, stderr io.Writer
}

// errContent says that the content has errors, which have been printed.
var errContent = errors.New("the content has errors")

// A usageError is a mistake on the command line.
type usageError struct{ message, hint string }

func (e *usageError) Error() string { return e.message }

// A printer is where a command prints. It remembers the first error, such as that of a
// full disk.
type printer struct {
	io.Writer
	err error
}

func (p *printer) Write(data []byte) (int, error) {
	n, err := p.Writer.Write(data)
	p.err = cmp.Or(p.err, err)
	return n, err
}

// run is the program: it returns the exit status.
func run(ctx context.Context, program string, args []string, stdout, stderr io.Writer) int {
	out := &printer{Writer: stdout}
	inv := &invocation{program: program, commands: commands, stdout: out, stderr: stderr}
	cmd, err := inv.parse(args)
	if err == nil {
		err = cmd.run(ctx, inv)
	}
	status := inv.end(cmd, err)
	if out.err != nil && status != exitFault {
		inv.warn("%v", out.err)
		return exitFault
	}
	return status
}

// end says why a command ended as it did, and returns the exit status.
func (inv *invocation) end(cmd command, err error) int {
	var usage *usageError
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, flag.ErrHelp):
		inv.printHelp(cmd)
		return exitOK
	case errors.Is(err, errContent):
		return exitContent
	case errors.As(err, &usage):
		inv.warn("%s", usage.message)
		if usage.hint != "" {
			inv.tell("  hint: %s", usage.hint)
		}
		return exitFault
	case errors.Is(err, context.Canceled):
		inv.warn("interrupted; nothing was changed")
		return exitFault
	}
	inv.warn("%v", err)
	return exitFault
}

// warn prints a message of the program itself.
func (inv *invocation) warn(format string, args ...any) {
	inv.tell("%s: %s", inv.program, fmt.Sprintf(format, args...))
}

// tell prints a line that may name what no terminal should be given.
func (inv *invocation) tell(format string, args ...any) {
	fmt.Fprintln(inv.stderr, diag.Printable(fmt.Sprintf(format, args...)))
}

// call is how the program is called: "build help new".
func (inv *invocation) call(args string) string {
	return inv.program + " " + args
}

// parse reads flags and words, in any order: the first word is the command, the
// rest are its arguments. With flag.ErrHelp it returns the command to be explained,
// or none.
func (inv *invocation) parse(args []string) (command, error) {
	set := flag.NewFlagSet(inv.program, flag.ContinueOnError)
	set.SetOutput(io.Discard)
	set.Usage = func() {}
	inv.register(set)
	var words []string
	help := false
	for {
		err := set.Parse(args)
		rest := set.Args()
		if errors.Is(err, flag.ErrHelp) {
			help, args = true, rest
			continue
		}
		if err != nil {
			return command{}, inv.flagError(err, set)
		}
		if len(rest) == 0 {
			break
		}
		if n := len(args) - len(rest); n > 0 && args[n-1] == "--" {
			words = append(words, rest...)
			break
		}
		words, args = append(words, rest[0]), rest[1:]
	}
	if help && len(words) == 0 {
		return command{}, flag.ErrHelp
	}
	cmd := inv.commands[0]
	if len(words) > 0 {
		var err error
		if cmd, err = inv.command(words[0]); err != nil {
			return cmd, err
		}
		inv.args = words[1:]
	}
	if help {
		return cmd, flag.ErrHelp
	}
	if err := inv.checkFlags(set, cmd); err != nil {
		return cmd, err
	}
	if most := len(strings.Fields(cmd.args)); len(inv.args) > most && !strings.HasSuffix(cmd.args, "...") {
		return cmd, &usageError{`unexpected "` + inv.args[most] + `"`, `"` + inv.call("help "+cmd.name) + `" shows how it is called`}
	}
	return cmd, nil
}

// command finds a command by its name.
func (inv *invocation) command(name string) (command, error) {
	for _, c := range inv.commands {
		if c.name == name {
			return c, nil
		}
	}
	return command{}, &usageError{
		`unknown command "` + name + `"`,
		cmp.Or(diag.DidYouMean(name, inv.commandNames()), `"`+inv.call("help")+`" lists the commands`),
	}
}

func (inv *invocation) commandNames() []string {
	var names []string
	for _, c := range inv.commands {
		names = append(names, c.name)
	}
	return names
}

func (inv *invocation) flagError(err error, set *flag.FlagSet) error {
	hint := `"` + inv.call("help") + `" lists the flags`
	name, ok := strings.CutPrefix(err.Error(), "flag provided but not defined: -")
	if !ok {
		return &usageError{err.Error(), hint}
	}
	var names []string
	set.VisitAll(func(f *flag.Flag) { names = append(names, f.Name) })
	if slices.Contains(inv.commandNames(), name) {
		hint = `write "` + inv.call(name) + `"`
	} else if best := diag.Nearest(name, names); best != "" {
		hint = "did you mean -" + best + "?"
	}
	return &usageError{"unknown flag -" + name, hint}
}

// color reports whether messages may be coloured: on a terminal, unless
// NO_COLOR says otherwise (https://no-color.org).
func (inv *invocation) color() bool {
	return os.Getenv("NO_COLOR") == "" && isTerminal(inv.stderr)
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && os.Getenv("TERM") != "dumb"
}
