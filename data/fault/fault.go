// Package fault holds the one error type that is shown to people: a code for
// programs and a sentence for the reader.
package fault

import "fmt"

// Code says what kind of thing went wrong; the server gives each its status.
type Code string

// The codes, as they stand in an answer.
const (
	Invalid       Code = "invalid"
	Forbidden     Code = "forbidden"
	NotFound      Code = "not_found"
	Conflict      Code = "conflict"
	TooLarge      Code = "too_large"
	Unprocessable Code = "unprocessable"
	NoSpace       Code = "no_space"    // the disk is full
	Misdirected   Code = "misdirected" // asked of a host that is not this one
	Busy          Code = "busy"        // too much at once, or it took too long: try again
	Internal      Code = "internal"
)

// Error is a failure with a sentence for the reader and, where one is at fault, the field's name.
type Error struct {
	Code    Code
	Field   string
	Message string
	Err     error // the cause, for the log
}

// Error gives the sentence.
func (e *Error) Error() string { return e.Message }

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// Refuse is an input that cannot be taken: which field, and what would do.
func Refuse(field, format string, args ...any) *Error {
	return &Error{Code: Invalid, Field: field, Message: fmt.Sprintf(format, args...)}
}

// Missing is something asked for that is not there.
func Missing(field, format string, args ...any) *Error {
	return &Error{Code: NotFound, Field: field, Message: fmt.Sprintf(format, args...)}
}
