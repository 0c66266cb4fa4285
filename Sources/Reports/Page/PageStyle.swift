import OfficeStyle

/// The style sheet of the overview as a page: the theme of the workbooks, for a screen of any width and for paper.
enum PageStyle {
  static var sheet: Markup {
    """
    *{box-sizing:border-box}
    body{margin:0;background:#fff;color:\(Palette.ink.css);font:16px/1.6 "FangSong","STFangsong","Songti SC","Noto Serif CJK SC","Microsoft YaHei",serif}
    main{max-width:1200px;margin:0 auto;padding:20px}
    h1{margin:0 0 8px;text-align:center;font:bold 28px/1.3 "FZXiaoBiaoSong-B05S","SimSun","Songti SC","Noto Serif CJK SC",serif}
    h2{margin:0 0 8px;padding-bottom:3px;border-bottom:1px solid \(Palette.accent.css);color:\(Palette.accent.css)}
    h2,b,th,.tiles strong{font-family:"SimHei","Heiti SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
    h2{font-size:18px;font-weight:normal}
    .line{display:flex;flex-wrap:wrap;justify-content:space-between;gap:4px 16px;margin:0;padding-bottom:6px;border-bottom:2px solid \(Palette.accent.css);font-size:14px}
    .lede{font-size:19px}
    b{font-weight:normal}
    .good{color:\(Palette.accent.css)}
    .bad{color:\(Palette.brick.css);font-weight:bold}
    ul{margin:0;padding:0;list-style:none}
    .tiles{display:grid;grid-template-columns:repeat(6,1fr);gap:10px;margin:12px 0 20px}
    .tiles li{display:flex;flex-direction:column;padding:8px 12px;background:\(Palette.paper.css);border-left:6px solid}
    .tiles span{color:\(Palette.grey.css);font-size:14px}
    .tiles strong{font-size:30px;line-height:1.25;font-variant-numeric:tabular-nums}
    .tiles small{font-size:18px;margin-left:4px}
    .columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(300px,1fr));gap:24px;margin-bottom:20px}
    .wide{grid-template-columns:minmax(0,2fr) minmax(min-content,1fr)}
    section{min-width:0}
    .bars li{display:grid;grid-template-columns:minmax(8em,17em) 1fr 3.6em 3.6em;gap:8px;align-items:center;font-size:14px;line-height:1.4;padding:2px 0}
    .bar{display:flex;height:14px;background:linear-gradient(90deg,transparent calc(100% - 1px),\(Palette.hair.css) 0)}
    .bar b{background:\(Palette.accent.css)}
    .bar i{background:repeating-linear-gradient(45deg,\(Palette.brick.css) 0 1px,#fff 1px 5px);border:1px solid \(Palette.brick.css)}
    .figure,.gap,td{text-align:right;font-family:"Times New Roman",serif;font-variant-numeric:tabular-nums;white-space:nowrap}
    table{width:100%;border-collapse:collapse;font-size:14px;margin-bottom:14px}
    th,td{padding:3px 6px;border-bottom:1px dotted \(Palette.hair.css);font-weight:normal}
    thead th{background:\(Palette.tint.css);border-bottom:1px solid \(Palette.line.css);text-align:right;white-space:nowrap}
    thead th:nth-child(2),tbody th{text-align:left}
    thead th:first-child,td:first-child{text-align:center}
    .lines li{padding:6px 0;border-bottom:1px dotted \(Palette.hair.css);overflow-wrap:anywhere}
    .note,footer{color:\(Palette.grey.css);font-size:13px}
    @media screen and (max-width:820px){
    body{font-size:15px}main{padding:12px}h1{font-size:22px}.lede{font-size:17px}
    .tiles{grid-template-columns:repeat(2,1fr)}
    .wide,.columns{grid-template-columns:minmax(0,1fr)}
    .bars li{grid-template-columns:1fr 3.6em 3.6em}.bars li>span:first-child{grid-column:1/-1}
    }
    @media print{
    @page{size:A4 landscape;margin:9mm}
    body{font-size:9pt;line-height:1.35;-webkit-print-color-adjust:exact;print-color-adjust:exact}
    main{max-width:none;padding:0}h1{font-size:18pt;margin-bottom:2px}h2{font-size:11pt;margin-bottom:2px}
    p{margin:3px 0}.lede{font-size:11pt}.line{padding-bottom:2px}
    .tiles{grid-template-columns:repeat(6,1fr);margin:4px 0 8px}.tiles li{padding:3px 8px}
    .tiles strong{font-size:15pt}.tiles small{font-size:10pt}
    .columns{grid-template-columns:repeat(3,minmax(0,1fr));gap:14px;margin-bottom:6px}
    .wide{grid-template-columns:minmax(0,2fr) minmax(0,1fr)}
    .bars li,table,.lines li,.tiles span,.line,.note,footer{font-size:8.5pt;line-height:1.3}
    .bars li,.lines li,th,td{padding-top:1px;padding-bottom:1px}table{margin-bottom:5px}.bar{height:11px}
    section{break-inside:avoid}
    }
    """
  }
}
