"""Training and contests (培训、竞赛): courses, sessions, quizzes and certificates; contests of three rounds."""
