namespace Unknot.Practice.People;

/// <summary>Verbs of the trail that concern people and the way in.</summary>
public static class AuditActions
{
    public const string SetUp = "practice.set-up";
    public const string SignedIn = "person.signed-in";
    public const string SignInFailed = "person.sign-in-failed";
    public const string SignedOut = "person.signed-out";
    public const string SessionEnded = "session.ended";
    public const string Invited = "person.invited";
    public const string InvitationAccepted = "person.invitation-accepted";
    public const string InvitationWithdrawn = "person.invitation-withdrawn";
    public const string Renamed = "person.renamed";
    public const string RoleChanged = "person.role-changed";
    public const string Closed = "person.closed";
    public const string Reopened = "person.reopened";
    public const string PasskeyAdded = "passkey.added";
    public const string PasskeyRemoved = "passkey.removed";
    public const string PasswordChanged = "password.changed";
    public const string PasswordLinkMade = "password.link-made";
}
