using Microsoft.AspNetCore.Http;
using Weir.Ledger.Organization;
using Weir.Server.Configuration;
using Weir.Server.Endpoints.Organization;

namespace Weir.Server.Auth.Oidc;

/// <summary>Finds the user whom an identity provider vouches for, or makes one; takes over names, role and groups.</summary>
internal sealed class UserProvisioning(OrganizationRegistrar registrar, TimeProvider time)
{
    /// <exception cref="OidcException">This identity is not let in.</exception>
    public async Task<UserRow> SignInAsync(Identity identity, OidcConfiguration configuration, CancellationToken cancellationToken)
    {
        CheckDomain(identity, configuration);
        var found = Known(identity) ?? New(identity, configuration);
        var (user, conflict) = await registrar.ChangeUserAsync(found.Id, current => Updated(LetIn(current ?? found), identity), cancellationToken);
        if (conflict != UserConflict.None)
        {
            throw Refused("Another user has your address, or there are too many users. Ask an administrator.");
        }

        if (identity.Groups is { } groups)
        {
            await registrar.SetClaimedGroupsAsync(user.Id, groups, cancellationToken);
        }

        return registrar.Directory.FindUser(user.Id)!;
    }

    private static void CheckDomain(Identity identity, OidcConfiguration configuration)
    {
        if (configuration.AllowedDomains.IsEmpty)
        {
            return;
        }

        // An address that nobody has verified can be anybody's.
        if (identity is not { Email: { } email, IsEmailVerified: true } || !configuration.AllowedDomains.Contains(EmailAddress.DomainOf(email), StringComparer.OrdinalIgnoreCase))
        {
            throw Refused("Your address is not verified, or not in a domain that may sign in here.");
        }
    }

    private UserRow? Known(Identity identity)
    {
        if (registrar.Directory.FindBySubject(identity.Issuer, identity.Subject) is { } known)
        {
            return known;
        }

        if (identity.Email is not { } email || registrar.Directory.FindByEmail(email) is not { } named)
        {
            return null;
        }

        // Who may take over an account by its address: only its first owner, and only with a verified one.
        return identity.IsEmailVerified && named.Subject is null
            ? named
            : throw Refused("There is a user with your address already, who signs in another way. Ask an administrator.");
    }

    // Asked again of the user as he is when he is saved: a sign-in does not undo that he was disabled meanwhile.
    private static UserRow LetIn(UserRow user) =>
        user.Disabled ? throw Refused("Your account has been disabled. An administrator can enable it.") : user;

    private UserRow New(Identity identity, OidcConfiguration configuration)
    {
        if (!configuration.Provisioning)
        {
            throw Refused("You are not a user of this server. Ask an administrator to add you.");
        }

        if (identity.Email is not { } email || !EmailAddress.IsWellFormed(email))
        {
            throw Refused("The identity provider did not tell your address. The scope \"email\" and its claim are needed.");
        }

        var now = time.GetUtcNow();
        return new UserRow { Id = UserRow.NewId(now), Email = email, Role = OrganizationRole.Member, CreatedAt = now, UpdatedAt = now };
    }

    private UserRow Updated(UserRow user, Identity identity)
    {
        var updated = user with
        {
            Issuer = identity.Issuer,
            Subject = identity.Subject,
            FirstName = identity.FirstName ?? user.FirstName,
            LastName = identity.LastName ?? user.LastName,
            Role = identity.IsAdmin switch { true => OrganizationRole.Admin, false => OrganizationRole.Member, null => user.Role },
        };
        if (identity is { Email: { } email, IsEmailVerified: true } && EmailAddress.IsWellFormed(email) && registrar.Directory.FindByEmail(email) is null)
        {
            updated = updated with { Email = email };
        }

        return updated == user ? user : updated with { UpdatedAt = time.GetUtcNow() };
    }

    private static OidcException Refused(string message) => new(StatusCodes.Status403Forbidden, message);
}
