namespace Weir.Server.Configuration;

/// <summary>Reads the sections of <c>weir.json</c> that are about people: who signs in, and who is told.</summary>
internal static class PeopleSections
{
    public static WeirConfiguration Read(ConfigNode root, WeirConfiguration configuration) => configuration with
    {
        Oidc = OidcSection.Read(root.Object("oidc")),
        Notifications = NotificationSection.Read(root.Object("notifications")),
    };
}
