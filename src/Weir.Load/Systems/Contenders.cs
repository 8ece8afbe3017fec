namespace Weir.Load.Systems;

/// <summary>Which gateways are measured, as far as they can be had on this machine.</summary>
internal static class Contenders
{
    /// <param name="program">This Weir.</param>
    /// <param name="say">Gets what is left out, and why.</param>
    public static async Task<IReadOnlyList<Contender>> FindAsync(WeirProgram program, Action<string> say, CancellationToken cancellationToken)
    {
        List<Contender> found = [];
        if (NginxContender.Find() is { } nginx)
        {
            found.Add(nginx);
        }
        else
        {
            say("nginx is left out: it is not installed, and ratios are to it (Debian: apt-get install nginx-light).");
        }

        if (await PortkeyContender.FindAsync(say, cancellationToken) is { } portkey)
        {
            found.Add(portkey);
        }

        found.AddRange(WeirContender.Bare.With(program), WeirContender.Governed.With(program), WeirContender.FullOs.With(program), WeirContender.FullDisk.With(program));
        return found;
    }
}
