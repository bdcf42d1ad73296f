package org.zhengyu.transforms.markup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is taken from a page and what is left. */
class PageTest {
  private static final String FIRST = "各县、区人民政府，市政府各部门：为推进产业链建设，现就实行链长制通知如下。";
  private static final String SECOND = "一、明确任务。每条产业链由一名市领导担任链长，统筹推进重点项目建设。";
  private static final String THIRD = "二、加强督查。市政府办公室每季度通报进展情况，年底开展考核。";

  private static final String MENU =
      """
      <div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/a">政务公开</a></li>
      <li><a href="/b">新闻中心</a></li><li><a href="/c">互动交流</a></li></ul></div>
      """;

  private static final String FOOTER =
      """
      <div class="foot"><p><a href="/m">网站地图</a> <a href="/l">联系我们</a></p>
      <p>主办：某市人民政府　技术支持：某市大数据局，建议使用高版本浏览器访问</p></div>
      """;

  private static String body(String... paragraphs) {
    StringBuilder body = new StringBuilder("<div class='content'>");
    for (String paragraph : paragraphs) {
      body.append("<p>").append(paragraph).append("</p>\n");
    }
    return body.append("</div>").toString();
  }

  private static Page page(String head, String content) {
    return Page.of(
        "<html><head>" + head + "</head><body>" + MENU + content + FOOTER + "</body></html>");
  }

  @Test
  void takesTheRunningTextAndLeavesMenusAndFooters() {
    Page page = page("<title>某市</title>", body(FIRST, SECOND, THIRD));

    assertThat(page.text()).isEqualTo(String.join("\n", "某市", FIRST, SECOND, THIRD));
  }

  @Test
  void keepsShortHeadingsWithinTheTextAndTheSignatureBehindIt() {
    Page page = page("", body(FIRST, "（一）目标", SECOND, THIRD, "某市人民政府办公室", "2023年4月18日"));

    assertThat(page.text().lines())
        .containsExactly(FIRST, "（一）目标", SECOND, THIRD, "某市人民政府办公室", "2023年4月18日");
  }

  @Test
  void leavesTheButtonsAndTheEditorBesideTheText() {
    Page page =
        page(
            "",
            "<div><h1>关于实行链长制的通知</h1><p>来源：某市日报　2023-04-18 10:00</p><p>字号：大 中 小</p>"
                + body(FIRST, SECOND)
                + "<p>【打印】</p><p>责任编辑：张三</p><p><a href='/n'>上一篇：另一个通知</a></p></div>");

    assertThat(page.text().lines()).containsExactly(FIRST, SECOND);
  }

  @Test
  void leavesWhatThePageShowsTwice() {
    String summary = "<p>摘要：某市实行链长制，由市领导担任链长，统筹推进十二条重点产业链的项目建设和招商引资。</p>";

    Page page =
        page("", "<div>" + summary + "</div><div>" + summary + "</div>" + body(FIRST, SECOND));

    assertThat(page.text().lines()).containsExactly(FIRST, SECOND);
  }

  @Test
  void readsTheInformationBlockOfAGovernmentPageAndLeavesItOutOfTheText() {
    Page page =
        page(
            "<title>某市人民政府办公室关于实行链长制的通知_某市人民政府</title>",
            """
            <table><tr><td>索 引 号：</td><td>014717475N/2023-0040295</td><td>主题分类：</td><td>工业</td></tr>
            <tr><td>发文机关：</td><td>某市人民政府办公室</td><td>成文日期：</td><td>2023年04月18日</td></tr>
            <tr><td>标　　题：</td><td>关于实行链长制的通知</td><td>发布日期：</td><td>2023-05-16 12:34</td></tr>
            <tr><td>发文字号：</td><td>某政办发〔2023〕7号</td></tr></table>
            """
                + body(FIRST, SECOND, THIRD));

    assertThat(page.facts())
        .containsEntry("index_number", "014717475N/2023-0040295")
        .containsEntry("topic", "工业")
        .containsEntry("issuer", "某市人民政府办公室")
        .containsEntry("date", "2023年04月18日")
        .containsEntry("title", "关于实行链长制的通知")
        .containsEntry("published", "2023-05-16")
        .containsEntry("document_number", "某政办发〔2023〕7号");
    assertThat(page.text().lines()).containsExactly("关于实行链长制的通知", FIRST, SECOND, THIRD);
  }

  @Test
  void readsLabelsWhoseValueStandsBesideOrBelowThem() {
    Page page =
        page(
            "",
            "<ul><li><b>发布机构：</b><span>市统计局</span></li></ul><dl><dt>文号：</dt><dd>某统〔2022〕1号</dd></dl>"
                + "<p>来源 : 某市日报　发布时间：2022年3月1日 08:00</p>"
                + body(FIRST, SECOND));

    assertThat(page.facts())
        .containsEntry("issuer", "市统计局")
        .containsEntry("document_number", "某统〔2022〕1号")
        .containsEntry("source", "某市日报")
        .containsEntry("published", "2022年3月1日")
        .containsEntry("date", "2022年3月1日");
  }

  @Test
  void readsTheMetaTagsOfGovernmentSites() {
    Page page =
        page(
            """
            <meta name="ArticleTitle" content="2022年统计公报"><meta name="PubDate" content="2023-05-16 12:34:05">
            <meta name="ContentSource" content="市统计局"><meta name="SiteName" content="某市">
            """,
            body(FIRST, SECOND));

    assertThat(page.facts())
        .containsEntry("title", "2022年统计公报")
        .containsEntry("date", "2023-05-16")
        .containsEntry("source", "市统计局")
        .containsEntry("site", "某市");
  }

  @ParameterizedTest
  @CsvSource({
    "[视频]链长制见成效, 链长制见成效",
    "链长制见成效_某市人民政府, 链长制见成效",
    "链长制见成效 | 某市, 链长制见成效",
    "链长制见成效 - 某市, 链长制见成效",
    "“十四五”规划-纲要, “十四五”规划-纲要",
  })
  void cutsTheSiteAndTheKindFromTheTitle(String window, String title) {
    assertThat(page("<title>" + window + "</title>", body(FIRST)).facts())
        .containsEntry("title", title);
  }

  @Test
  void doesNotRepeatATitleThatTheTextBeginsWith() {
    Page page =
        page("<title>某市人民政府关于实行链长制的通知</title>", body("某市人民政府", "关于实行链长制的通知", FIRST, SECOND));

    assertThat(page.text().lines()).containsExactly("某市人民政府", "关于实行链长制的通知", FIRST, SECOND);
  }

  @Test
  void makesALineOfATableRowWithTabsBetweenItsCells() {
    Page page =
        page(
            "",
            body(FIRST)
                .replace(
                    "</div>",
                    "<table><tr><th>指标</th><th>数值</th></tr><tr><td><p>生产总值</p></td><td>3473</td></tr>"
                        + "</table><p>"
                        + SECOND
                        + "</p></div>"));

    assertThat(page.text().lines()).containsExactly(FIRST, "指标\t数值", "生产总值\t3473", SECOND);
  }

  @Test
  void takesTextOutOfTablesThatLayOutThePage() {
    String cell = body(FIRST, SECOND, THIRD, "第四段，也是正文的一部分。");

    Page page = page("", "<table><tr><td>栏目</td><td>" + cell + "</td></tr></table>");

    assertThat(page.text().lines()).startsWith(FIRST, SECOND, THIRD);
  }

  @Test
  void readsWhatABrowserWouldShow() {
    assertThat(
            Page.textOf(
                "<p>推进\n  改革<br>开放 &amp;\nopening\n  up</p><p hidden>不见</p><p style='display: none'>不见</p>"
                    + "<script>不见</script><p>&nbsp;　末段&nbsp;</p><p>&#8203;</p><pre>一\n二</pre>"))
        .isEqualTo("推进改革\n开放 & opening up\n末段\n一\n二");
  }

  @Test
  void takesAllOfADocumentThatAnOfficeProgramWrote() {
    String text = "<h1>目录</h1><p>短</p><p><a href='#a'>一</a></p><p>" + FIRST + "</p>";

    assertThat(Page.of("<meta name=generator content='LibreOffice 7.4'>" + text).text().lines())
        .containsExactly("目录", "短", "一", FIRST);
    assertThat(Page.of("<h1>短文</h1><p>没有标点</p>").text()).isEqualTo("短文\n没有标点");
  }

  @Test
  void findsNoTextWhereThereIsNone() {
    assertThat(page("<title>首页</title>", "<div>登录</div>").text()).isEmpty();
    assertThat(Page.of("").text()).isEmpty();
  }

  @Test
  void readsPagesThatAreNestedWithoutEnd() {
    String deep = "<div>".repeat(100_000) + FIRST;

    assertThat(Page.textOf(deep)).isEqualTo(FIRST);
  }
}
