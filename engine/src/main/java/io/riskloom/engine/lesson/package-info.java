/** What the playground's lessons train, step by step, while someone watches and turns the knobs: settings and frames. */
package io.riskloom.engine.lesson;
