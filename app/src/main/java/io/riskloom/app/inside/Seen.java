package io.riskloom.app.inside;

import io.riskloom.engine.inside.Inputs;
import io.riskloom.engine.model.Run;

/** One input of a run as its network sees it. */
record Seen(Run run, int place, Inputs inputs) {}
