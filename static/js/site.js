// The script of every page: imports alone, in this order. config/static_files.py makes one file of them.
// theme.js is a file of its own, because it has to run before the page is drawn.
import "../vendor/htmx-4.0.1.min.js";
import "./swap.js";
import "./compare.js";
import "./search.js";
import "./contents.js";
import "./finder.js";
import "./print.js";
