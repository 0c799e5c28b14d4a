using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Unknot.Practice.Mail;
using Unknot.Practice.Site;
using Unknot.Web.Hosting;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Contact;

/// <param name="Field">Name of the field, or empty when it is about none.</param>
public sealed record FieldProblem(string Field, string Text);

/// <summary>Takes a message to the practice. Works without script and without a cookie; what is wrong is said and the words are kept.</summary>
[EnableRateLimiting(Limits.Contact)]
public sealed class ContactModel(ContactDesk desk, SettingsShelf shelf, VisitorForms forms, Texts T) : PageModel
{
    internal const string NameField = "name";
    internal const string EmailField = "email";
    internal const string MessageField = "message";
    internal const string MarkField = "form";

    /// <summary>Nobody sees it, so whoever fills it in is a program.</summary>
    internal const string TrapField = "website";

    private const string Purpose = "contact";

    public PracticeSettings Practice { get; private set; } = SettingsDesk.ProductDefault();

    public ContactDraft Draft { get; private set; } = new("", "", "");

    /// <summary>Of the form, for its hidden field.</summary>
    public string Mark { get; private set; } = "";

    public ImmutableArray<FieldProblem> ProblemTexts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Practice = await shelf.CurrentAsync(cancellation);
        Mark = forms.Mark(Purpose);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Practice = await shelf.CurrentAsync(cancellation);
        if (await PostedForm.ReadAsync(Request, cancellation) is not { } form)
        {
            return BadRequest();
        }

        Draft = new ContactDraft(form[NameField].ToString(), form[EmailField].ToString(), form[MessageField].ToString());
        Mark = form[MarkField].ToString();
        if (form[TrapField].ToString().Length > 0)
        {
            // A program that hears of its mistake tries again.
            return ToThanks();
        }

        switch (forms.Read(Purpose, Mark))
        {
            case VisitorForm.TooSoon:
                return Again(new FieldProblem("", T["That was very quick. Please wait a few seconds and send it again."]));
            case VisitorForm.Unknown:
                Mark = forms.Mark(Purpose);
                return Again(new FieldProblem("", T["This form had been open for too long. Your words are still here: please send them again."]));
            case VisitorForm.Fine fine:
                var problems = await desk.TakeAsync(Draft, fine.Id, cancellation);
                return problems.IsEmpty ? ToThanks() : Again([.. problems.Select(TextOf)]);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private RedirectResult ToThanks() => new(RequestLanguage.Of(HttpContext).Address("/contact/sent"), permanent: false, preserveMethod: false);

    private PageResult Again(params ImmutableArray<FieldProblem> problems)
    {
        ProblemTexts = problems;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private FieldProblem TextOf(ContactProblem problem) => problem switch
    {
        ContactProblem.NameMissing => new(NameField, T["Please write your name."]),
        ContactProblem.NameTooLong => new(NameField, T["The name is too long: at most {0} characters fit.", ContactDesk.MaxNameLength]),
        ContactProblem.EmailMissing => new(EmailField, T["Please write your e-mail address, so that we can answer."]),
        ContactProblem.EmailWrong => new(EmailField, T["This is no e-mail address. Write it like name@example.com."]),
        ContactProblem.MessageMissing => new(MessageField, T["Please write a message."]),
        ContactProblem.MessageTooLong => new(MessageField, T["The message is too long: at most {0} characters fit.", ContactDesk.MaxMessageLength]),
        ContactProblem.NotText => new("", T["There is a character in it that no text has, or a line break in the name."]),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
