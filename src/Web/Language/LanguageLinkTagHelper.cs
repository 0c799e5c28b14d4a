using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Unknot.Web.Language;

/// <summary>
/// Links and forms of a page stay in its language: to every address from the root the language is added. A link with <c>hreflang</c> says
/// itself where it leads.
/// </summary>
[HtmlTargetElement("a", Attributes = "href")]
[HtmlTargetElement("form", Attributes = "action")]
public sealed class LanguageLinkTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var name = output.TagName == "form" ? "action" : "href";
        if (!output.Attributes.TryGetAttribute(name, out var attribute) || output.Attributes.ContainsName("hreflang"))
        {
            return;
        }

        var language = RequestLanguage.Of(ViewContext.HttpContext);
        switch (attribute.Value)
        {
            case string address:
                output.Attributes.SetAttribute(name, language.Address(address));
                break;
            case IHtmlContent content:
                using (var writer = new StringWriter())
                {
                    // It is encoded already, and what is added has nothing to encode.
                    content.WriteTo(writer, HtmlEncoder.Default);
                    output.Attributes.SetAttribute(name, new HtmlString(language.Address(writer.ToString())));
                }

                break;
        }
    }
}
