package main

import (
	"context"
	"fmt"
	"strings"
)

var completionCommand = command{
	name:  "completion",
	args:  "SHELL",
	short: "print a completion script for bash, zsh or fish",
	long: `Prints a script that completes commands and flags, for the command "build":

  bash: build completion bash > ~/.local/share/bash-completion/completions/build
  zsh:  build completion zsh > a folder of $fpath/_build
  fish: build completion fish > ~/.config/fish/completions/build.fish`,
	example: "build completion bash",
	run:     runCompletion,
}

func runCompletion(_ context.Context, inv *invocation) error {
	shell := ""
	if len(inv.args) > 0 {
		shell = inv.args[0]
	}
	commands := strings.Join(commandNames(), " ")
	kinds := strings.Join(templateNames(), " ")
	var flags []string
	for _, f := range flagHelp {
		flags = append(flags, "-"+f.name)
	}
	switch shell {
	case "bash":
		fmt.Fprintf(inv.stdout, `_build() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
  case $before in
    -root|-out) COMPREPLY=($(compgen -d -- "$word")) ;;
    -format) COMPREPLY=($(compgen -W %q -- "$word")) ;;
    new) COMPREPLY=($(compgen -W %q -- "$word")) ;;
    completion) COMPREPLY=($(compgen -W "bash zsh fish" -- "$word")) ;;
    *) COMPREPLY=($(compgen -W %q -- "$word")) ;;
  esac
}
complete -F _build build
`, strings.Join(formats, " "), kinds, commands+" "+strings.Join(flags, " "))
	case "zsh":
		fmt.Fprintln(inv.stdout, "#compdef build\n_arguments \\")
		for _, f := range flagHelp {
			argument := ""
			switch {
			case f.value == "DIR":
				argument = ":folder:_files -/"
			case f.name == "format":
				argument = ":format:(" + strings.Join(formats, " ") + ")"
			case f.value != "":
				argument = ":" + strings.ToLower(f.value) + ":"
			}
			fmt.Fprintf(inv.stdout, "  '-%s[%s]%s' \\\n", f.name, strings.NewReplacer("[", "(", "]", ")", ":", " -", "'", "").Replace(f.help), argument)
		}
		fmt.Fprintf(inv.stdout, "  '1:command:(%s)' '2:kind:(%s)'\n", commands, kinds)
	case "fish":
		for _, c := range commandsInOrder() {
			fmt.Fprintf(inv.stdout, "complete -c build -n __fish_use_subcommand -f -a %s -d %q\n", c.name, c.short)
		}
		for _, f := range flagHelp {
			extra := ""
			if f.value != "" {
				extra = " -r"
			}
			fmt.Fprintf(inv.stdout, "complete -c build -o %s%s -d %q\n", f.name, extra, f.help)
		}
		fmt.Fprintf(inv.stdout, "complete -c build -n '__fish_seen_subcommand_from new' -f -a %q\n", kinds)
	default:
		return &usageError{"name a shell: bash, zsh or fish", "build completion bash"}
	}
	return nil
}

func commandsInOrder() []command { return commands }
