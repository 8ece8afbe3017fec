namespace Weir.Server.Tests.Testing;

/// <summary>A statement that SQLite ran.</summary>
/// <param name="Sql">Its text.</param>
/// <param name="ChangesNothing">As SQLite says; also of those that begin and end transactions.</param>
/// <param name="Activity">Name of the activity that it ran in; null outside any.</param>
internal sealed record SqliteStatement(string Sql, bool ChangesNothing, string? Activity)
{
    // What ASP.NET calls the activity of a request.
    private const string OfARequest = "Microsoft.AspNetCore.Hosting.HttpRequestIn";

    /// <summary>Whether it gets rows.</summary>
    public bool IsRead => ChangesNothing && (Sql.TrimStart().StartsWith("SELECT", StringComparison.OrdinalIgnoreCase) || Sql.TrimStart().StartsWith("WITH", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a request waited for it on its own flow; what the writer of a file runs for a request is on the writer's.</summary>
    public bool IsInARequest => Activity == OfARequest;
}
