/** The engine as a child process, spoken to over JSON-RPC, and its client. */
package io.riskloom.engine.service;
