package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
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
	args    string // "KIND NAME"
	short   string // one line
	long    string
	example string
	flags   []string // of the flags that it heeds
	run     func(context.Context, *invocation) error
}

// commands in the order of help. The first is the one without a name.
var commands []command

func init() {
	helpCommand.run = runHelp // help lists the commands, of which it is one
	commands = []command{
		buildCommand, checkCommand, diffCommand, newCommand, explainCommand, completionCommand, versionCommand, helpCommand,
	}
}

// An invocation is one call of a command.
type invocation struct {
	options
	args           []string
	stdout, stderr io.Writer
}

// errContent says that the content has errors, which have been printed.
var errContent = errors.New("the content has errors")

// A usageError is a mistake on the command line.
type usageError struct{ message, hint string }

func (e *usageError) Error() string { return e.message }

// run is the program: it returns the exit status.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	inv := &invocation{stdout: stdout, stderr: stderr}
	cmd, err := inv.parse(args)
	if err == nil {
		err = cmd.run(ctx, inv)
	}
	var usage *usageError
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, flag.ErrHelp):
		printHelp(stdout, cmd)
		return exitOK
	case errors.Is(err, errContent):
		return exitContent
	case errors.As(err, &usage):
		fmt.Fprintf(stderr, "build: %s\n", usage.message)
		if usage.hint != "" {
			fmt.Fprintf(stderr, "  hint: %s\n", usage.hint)
		}
		return exitFault
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(stderr, "build: interrupted; nothing was changed")
		return exitFault
	}
	fmt.Fprintf(stderr, "build: %v\n", err)
	return exitFault
}

// parse reads flags and words, which may stand in any order: the first word is
// the command, the rest are its arguments.
func (inv *invocation) parse(args []string) (command, error) {
	fs := flag.NewFlagSet("build", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.Usage = func() {}
	inv.register(fs)
	var words []string
	help := false
	for {
		err := fs.Parse(args)
		switch {
		case errors.Is(err, flag.ErrHelp):
			help = true
		case err != nil:
			return command{}, flagError(err, fs)
		}
		rest := fs.Args()
		if len(rest) == 0 {
			break
		}
		if n := len(args) - len(rest); n > 0 && args[n-1] == "--" {
			words = append(words, rest...)
			break
		}
		words, args = append(words, rest[0]), rest[1:]
	}
	cmd := commands[0]
	if len(words) > 0 {
		found := false
		for _, c := range commands {
			if c.name == words[0] {
				cmd, found = c, true
			}
		}
		if !found {
			return cmd, &usageError{`unknown command "` + words[0] + `"`, orElse(diag.DidYouMean(words[0], commandNames()), `"build help" lists the commands`)}
		}
		inv.args = words[1:]
	}
	if help {
		return cmd, flag.ErrHelp
	}
	if err := inv.checkFlags(fs, cmd); err != nil {
		return cmd, err
	}
	if most := len(strings.Fields(strings.Trim(cmd.args, "[]"))); len(inv.args) > most {
		return cmd, &usageError{`unexpected "` + inv.args[most] + `"`, `"build help ` + cmd.name + `" shows how it is called`}
	}
	return cmd, nil
}

func flagError(err error, fs *flag.FlagSet) error {
	message := err.Error()
	if name, ok := strings.CutPrefix(message, "flag provided but not defined: -"); ok {
		var names []string
		fs.VisitAll(func(f *flag.Flag) { names = append(names, f.Name) })
		hint := `"build help" lists the flags`
		if best := diag.Nearest(name, names); best != "" {
			hint = "did you mean -" + best + "?"
		}
		return &usageError{"unknown flag -" + name, hint}
	}
	return &usageError{message, `"build help" lists the flags`}
}

func commandNames() []string {
	var names []string
	for _, c := range commands {
		names = append(names, c.name)
	}
	return names
}

func orElse(s, other string) string {
	if s != "" {
		return s
	}
	return other
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
