/** Tests of the read tables. */
package co.litper.cerebro.server.read;
