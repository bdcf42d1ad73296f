/**
 * What runs in a parser process: office documents and PDF to text, by Apache Tika and the libraries
 * below it. Nothing of the program calls it but through the process; it opens no connection.
 */
package org.zhengyu.parsers;
