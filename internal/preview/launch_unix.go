//go:build unix

package preview

import "syscall"

// alone puts a program into a session of its own, out of reach of the
// terminal's signals.
func alone() *syscall.SysProcAttr { return &syscall.SysProcAttr{Setsid: true} }
