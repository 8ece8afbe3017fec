namespace Weir.Server.Seeding;

/// <summary>A clock that stands where it is put: what is made is dated when it is meant to have happened.</summary>
internal sealed class SeedClock(DateTimeOffset start) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = start;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Now;
}
