using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>Keeps, beside the spans of one insert, how many spans each project shows and which sessions it has.</summary>
/// <remarks>Bounded by the spans of one insert; written once a project and insert.</remarks>
internal sealed class ProjectCounts : IDisposable
{
    private readonly SqliteCommand _count;
    private readonly SqliteCommand _followers;
    private readonly SqliteCommand _insertSession;
    private readonly SqliteCommand _moveSessions;
    private readonly Dictionary<long, long> _spans = [];
    private readonly HashSet<(long Project, string Session)> _sessions = [];

    public ProjectCounts(SqliteConnection connection)
    {
        _count = Prepare("UPDATE projects SET spans = spans + $spans WHERE id = $project");
        _followers = Prepare("SELECT project, count(*) FROM spans WHERE trace = $trace AND follows = 1 GROUP BY project");
        _insertSession = Prepare("INSERT OR IGNORE INTO sessions(project, session_id) VALUES($project, $session)");
        _moveSessions = Prepare(
            "INSERT OR IGNORE INTO sessions(project, session_id) SELECT $project, session_id FROM spans WHERE trace = $trace AND follows = 1 AND session_id IS NOT NULL");

        SqliteCommand Prepare(string sql)
        {
            var command = connection.CreateCommand();
            command.CommandText = sql;
            return command;
        }
    }

    public void Forget()
    {
        _spans.Clear();
        _sessions.Clear();
    }

    /// <summary>A span was written.</summary>
    public void Add(long project, string? session)
    {
        Change(project, 1);
        if (session is not null && _sessions.Add((project, session)))
        {
            _ = _insertSession.Bind("$project", project).Bind("$session", session).ExecuteNonQuery();
        }
    }

    /// <summary>The spans that follow a trace are about to move to a project.</summary>
    public void MoveFollowers(long trace, long project)
    {
        using (var row = _followers.Bind("$trace", trace).ExecuteReader())
        {
            while (row.Read())
            {
                Change(row.GetInt64(0), -row.GetInt64(1));
                Change(project, row.GetInt64(1));
            }
        }

        _ = _moveSessions.Bind("$trace", trace).Bind("$project", project).ExecuteNonQuery();
    }

    public void Write()
    {
        foreach (var (project, spans) in _spans)
        {
            _ = _count.Bind("$project", project).Bind("$spans", spans).ExecuteNonQuery();
        }
    }

    public void Dispose()
    {
        _count.Dispose();
        _followers.Dispose();
        _insertSession.Dispose();
        _moveSessions.Dispose();
    }

    private void Change(long project, long spans) => _spans[project] = _spans.GetValueOrDefault(project) + spans;
}
