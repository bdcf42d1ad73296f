/**
 * A result as files for other people's programs: spreadsheets, network analysis, statistics. Made
 * from its tables alone, as the page is.
 */
package org.zhengyu.report.exports;
