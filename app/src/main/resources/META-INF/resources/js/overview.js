import "./mote.js";
