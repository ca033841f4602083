package site

// Lists is for tests that know which files a site has.
var Lists = (*Site).lists
