package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
)

var completionCommand = command{
	name:  "completion",
	args:  "SHELL",
	short: "print a completion script for bash, zsh or fish",
	long: `Prints a script that completes commands and flags, for the program by the name
that it is called by:

  bash: PROGRAM completion bash > ~/.local/share/bash-completion/completions/PROGRAM
  zsh:  PROGRAM completion zsh > a folder of $fpath/_PROGRAM
  fish: PROGRAM completion fish > ~/.config/fish/completions/PROGRAM.fish`,
	example: "completion bash",
	words:   func(*invocation) []string { return shellNames() },
	run:     runCompletion,
}

// shells are the shells with a script.
var shells = []struct {
	name  string
	write func(w io.Writer, program string, list []completion)
}{
	{"bash", completeBash},
	{"zsh", completeZsh},
	{"fish", completeFish},
}

func shellNames() []string {
	var names []string
	for _, s := range shells {
		names = append(names, s.name)
	}
	return names
}

// A completion is what may follow a command. The scripts of all shells are made
// from one list of them.
type completion struct {
	command
	words []string   // its first argument; empty if that is open
	flags []flagInfo // in the order of help
}

func runCompletion(_ context.Context, inv *invocation) error {
	i := slices.Index(shellNames(), strings.Join(inv.args, ""))
	if i < 0 {
		return &usageError{"name a shell: bash, zsh or fish", inv.call("completion bash")}
	}
	var list []completion
	for _, c := range inv.commands {
		to := completion{command: c, flags: c.flagInfos()}
		if c.words != nil {
			to.words = c.words(inv)
		}
		list = append(list, to)
	}
	shells[i].write(inv.stdout, inv.program, list)
	return nil
}

func (f flagInfo) takesFolder() bool { return f.value == "DIR" }

// dashed are flags as they are written.
func dashed(list []flagInfo) []string {
	var out []string
	for _, f := range list {
		out = append(out, "-"+f.name)
	}
	return out
}

// completeBash writes a function that finds the command among the words so far,
// skipping flags and their values.
func completeBash(w io.Writer, program string, list []completion) {
	var folders, open, closed []flagInfo // flags with a value
	for _, f := range flags {
		switch {
		case f.takesFolder():
			folders = append(folders, f)
		case f.words != nil:
			closed = append(closed, f)
		case f.value != "":
			open = append(open, f)
		}
	}
	pattern := func(list []flagInfo) string { return strings.Join(dashed(list), "|") }
	fmt.Fprintf(w, `_receipts() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= words= flags= count=0 i
  if [[ $before == = ]]; then before=${COMP_WORDS[COMP_CWORD-2]}; fi
  case $before in
    %s)
      local IFS=$'\n'
      compopt -o filenames 2>/dev/null
      COMPREPLY=($(compgen -d -- "$word"))
      return ;;
    %s)
      COMPREPLY=()
      return ;;
`, pattern(folders), pattern(open))
	for _, f := range closed {
		fmt.Fprintf(w, `    -%s)
      COMPREPLY=($(compgen -W '%s' -- "$word"))
      return ;;
`, f.name, strings.Join(f.words, " "))
	}
	fmt.Fprintf(w, `  esac
  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${COMP_WORDS[i]} in
      %s)
        if [[ ${COMP_WORDS[i+1]} == = ]]; then ((i++)); fi
        ((i++)) ;;
      -*) ;;
      *)
        command=${command:-${COMP_WORDS[i]}}
        ((count++)) ;;
    esac
  done
  case $command in
`, pattern(slices.Concat(folders, closed, open)))
	names := []string{}
	for _, c := range list {
		names = append(names, c.name)
		fmt.Fprintf(w, "    %s) words='%s' flags='%s' ;;\n", c.name, strings.Join(c.words, " "), strings.Join(dashed(c.flags), " "))
	}
	fmt.Fprintf(w, `    '') words='%s' flags='%s' ;;
  esac
  if ((count > 1)); then words=; fi
  if [[ $word == -* || -z $words ]]; then words=$flags; fi
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -F _receipts %s
`, strings.Join(names, " "), strings.Join(dashed(flags), " "), program)
}

// completeZsh writes a function in which each command has its own list of words.
func completeZsh(w io.Writer, program string, list []completion) {
	// In a description brackets and colons would be syntax.
	plain := strings.NewReplacer("[", "(", "]", ")", ":", " -", "'", "’")
	writeFlags := func(indent string, list []flagInfo) {
		for _, f := range list {
			argument := ""
			switch {
			case f.takesFolder():
				argument = ":folder:_files -/"
			case f.words != nil:
				argument = ":" + strings.ToLower(f.value) + ":(" + strings.Join(f.words, " ") + ")"
			case f.value != "":
				argument = ":" + strings.ToLower(f.value) + ":"
			}
			fmt.Fprintf(w, "%s'-%s[%s]%s' \\\n", indent, f.name, plain.Replace(f.help), argument)
		}
	}
	fmt.Fprint(w, "#compdef ", program, "\nlocal context state state_descr line\ntypeset -A opt_args\n_arguments -C \\\n")
	writeFlags("  ", flags)
	var names []string
	for _, c := range list {
		names = append(names, c.name+`\:"`+plain.Replace(c.short)+`"`)
	}
	fmt.Fprintf(w, "  '1:command:((%s))' \\\n  '*::argument:->rest'\n[[ $state == rest ]] || return\ncase $words[1] in\n", strings.Join(names, " "))
	for _, c := range list {
		if len(c.words) == 0 && len(c.flags) == 0 {
			continue
		}
		fmt.Fprintf(w, "  %s)\n    _arguments \\\n", c.name)
		writeFlags("      ", c.flags)
		if len(c.words) > 0 {
			fmt.Fprintf(w, "      '1:%s:(%s)'\n", strings.ToLower(strings.Fields(strings.Trim(c.args, "[]"))[0]), strings.Join(c.words, " "))
		} else if c.args != "" {
			fmt.Fprint(w, "      '*:folder or revision:_files -/'\n")
		}
		fmt.Fprintln(w, "    ;;")
	}
	fmt.Fprintln(w, "esac")
}

// completeFish writes one line for each command, argument and flag.
func completeFish(w io.Writer, program string, list []completion) {
	quote := func(s string) string {
		return "'" + strings.NewReplacer(`\`, `\\`, `'`, `\'`).Replace(s) + "'"
	}
	for _, c := range list {
		fmt.Fprintf(w, "complete -c %s -n __fish_use_subcommand -f -a %s -d %s\n", program, c.name, quote(c.short))
		if len(c.words) > 0 {
			fmt.Fprintf(w, "complete -c %s -n '__fish_prev_arg_in %s' -f -a %s\n", program, c.name, quote(strings.Join(c.words, " ")))
		}
	}
	for _, f := range flags {
		var heeded strings.Builder
		heeded.WriteString("__fish_use_subcommand; or __fish_seen_subcommand_from")
		for _, c := range list {
			if slices.Contains(c.command.flags, f.name) {
				heeded.WriteString(" " + c.name)
			}
		}
		value := ""
		switch {
		case f.takesFolder():
			value = " -x -a '(__fish_complete_directories)'"
		case f.words != nil:
			value = " -x -a " + quote(strings.Join(f.words, " "))
		case f.value != "":
			value = " -x"
		}
		fmt.Fprintf(w, "complete -c %s -n %s -o %s%s -d %s\n", program, quote(heeded.String()), f.name, value, quote(f.help))
	}
}
