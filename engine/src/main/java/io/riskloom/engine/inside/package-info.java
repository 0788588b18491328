/** What a trained network does with one input, layer by layer: questions and answers; a network is an interface here. */
package io.riskloom.engine.inside;
