/**
 * The command line: commands and options, each described once, and what follows from it: how words
 * are read, the help in two languages, the completion of shells. What a command does is not here,
 * and nothing of Beam.
 */
package org.zhengyu.pipeline.cli;
