package render

import "fmt"

// Code says what kind of thing went wrong, for the caller to answer with.
type Code string

const (
	// Invalid means the request cannot be drawn as asked; Field names what to change.
	Invalid Code = "invalid"
	// Busy means too many pictures are waiting; try again later.
	Busy Code = "busy"
	// Timeout means the picture took longer than allowed.
	Timeout Code = "timeout"
	// Failed means the chart could not be drawn.
	Failed Code = "failed"
)

// Error is what this package returns: a code for programs, a sentence for people.
type Error struct {
	Code    Code
	Field   string
	Message string
	Err     error
}

func (e *Error) Error() string { return e.Message }

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

func invalid(field, format string, args ...any) *Error {
	return &Error{Code: Invalid, Field: field, Message: fmt.Sprintf(format, args...)}
}
