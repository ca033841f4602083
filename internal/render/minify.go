package render

import (
	"bytes"
	"errors"
	"path"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/js"
	"github.com/tdewolff/parse/v2"

	"receipts/internal/diag"
	"receipts/internal/source"
)

// minified returns a script or a stylesheet without comments and blanks, a third of
// its bytes. Comments that begin with /*! stay: they are notices of licenses. A
// script that does not parse is a mistake at its place; any other file comes back
// as it is.
func minified(f source.File) ([]byte, diag.List) {
	var out bytes.Buffer
	var err error
	switch path.Ext(f.Path) {
	case ".css":
		err = (&css.Minifier{}).Minify(minify.New(), &out, bytes.NewReader(f.Data), nil)
	case ".js":
		err = (&js.Minifier{}).Minify(minify.New(), &out, bytes.NewReader(f.Data), nil)
	default:
		return f.Data, nil
	}
	if err == nil {
		return out.Bytes(), nil
	}
	var diags diag.List
	place, message := diag.Place{File: f.Path}, err.Error()
	var at *parse.Error
	if errors.As(err, &at) {
		place.Start = offset(f.Data, at.Line, at.Column)
		place.End, message = place.Start+1, at.Message
	}
	diags.Add(diag.BadScript, place, message)
	return f.Data, diags
}

// offset is the byte of a line and a column, which count from 1.
func offset(data []byte, line, column int) int {
	return max(0, min(lineStart(data, line)+column-1, len(data)-1))
}

// lineStart is where a line begins, or the last line if there are fewer.
func lineStart(data []byte, line int) int {
	start := 0
	for range line - 1 {
		start += bytes.IndexByte(data[start:], '\n') + 1
	}
	return start
}
